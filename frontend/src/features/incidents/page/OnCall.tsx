import { useQuery } from '@tanstack/react-query';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import { type Incident, onCallFor } from '../queries';
import { useT } from '../texts';
import { WhomToRing } from '../WhomToRing';

/** Of an acute or serious case as long as it is open. */
export function OnCall({ incident }: { incident: Incident }) {
  const t = useT();
  const query = useQuery(onCallFor(incident.id));
  const acute = incident.severity === 'acute';
  const untouched = acute && incident.status === 'new';
  return (
    <section className={untouched ? 'ring-box' : 'ring-box ring-calm'} aria-labelledby="case-ring">
      <h2 className="ring-title" id="case-ring">
        {t(untouched ? 'ring.first' : 'ring.title')}
      </h2>
      {query.isPending && <LoadingState lines={2} />}
      {query.isError && !query.data && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data && (
        <WhomToRing
          contacts={query.data.items}
          first={incident.responsible}
          emergency={acute}
          brief={!untouched}
        />
      )}
    </section>
  );
}
