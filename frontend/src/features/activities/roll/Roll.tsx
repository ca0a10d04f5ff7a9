import { Button } from '@digdir/designsystemet-react';
import { CheckmarkIcon } from '@navikt/aksel-icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useMay } from '@/shared/session/session';
import { PageHeader } from '@/shared/ui/Page';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import { toastError } from '@/shared/ui/toasts';
import { type Activity, type Participant, participants, tick, useKeepParticipants } from '../queries';
import { useT } from '../texts';
import { DayText } from '../words';
import { WalkIn } from './WalkIn';

interface Props {
  activity: Activity;
  onDone: () => void;
}
/** On a phone at the meeting point: tick, tick, tick. */
export function Roll({ activity: one, onDone }: Props) {
  const t = useT();
  const mayFind = useMay('residents:read');
  const query = useQuery(participants(one.id));
  const items = query.data?.items.filter((p) => p.state !== 'waiting' || p.attendance) ?? [];
  const here = items.filter((p) => p.attendance === 'present' || p.attendance === 'walk_in').length;
  return (
    <div className="roll">
      <PageHeader
        title={`${t('roll.title')}: ${one.title ?? ''}`}
        lead={<DayText of={one} />}
        tags={
          <strong role="status" className="figures">
            {t('roll.here', { count: here })}
          </strong>
        }
      />
      {query.isPending && <LoadingState lines={6} />}
      {query.isError && !query.data && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data && (
        <>
          <p className="muted flush">{items.length > 0 ? t('roll.lead') : t('roll.empty')}</p>
          <ul className="plain-list roll-list">
            {items.map((p) => (
              <Line key={p.resident_id} activityId={one.id} person={p} />
            ))}
          </ul>
          {mayFind && <WalkIn activityId={one.id} />}
        </>
      )}
      <div className="actions actions-large">
        <Button type="button" data-size="lg" onClick={onDone}>
          {t('roll.done')}
        </Button>
      </div>
    </div>
  );
}

function Line({ activityId, person }: { activityId: string; person: Participant }) {
  const t = useT();
  const keep = useKeepParticipants();
  const { resident_id, name, attendance } = person;
  const save = useMutation({
    mutationFn: (present: boolean | null) => tick(activityId, resident_id, present),
    onSuccess: keep,
    onError: toastError,
  });
  const meant = save.isPending ? save.variables : undefined;
  const here = meant === undefined ? attendance === 'present' || attendance === 'walk_in' : meant === true;
  const away = meant === undefined ? attendance === 'absent' : meant === false;
  return (
    <li className="roll-line" data-here={here}>
      <button
        type="button"
        className="roll-here"
        aria-pressed={here}
        onClick={() => save.mutate(here ? null : true)}
      >
        <span className="roll-box" aria-hidden>
          {here && <CheckmarkIcon fontSize="1.75rem" />}
        </span>
        <span>
          <bdi>{name}</bdi>
          {here && <span className="roll-word">{t('roll.present')}</span>}
        </span>
      </button>
      {person.state && (
        <button
          type="button"
          className="roll-away"
          aria-pressed={away}
          aria-label={`${name}: ${t('roll.absent')}`}
          onClick={() => save.mutate(away ? null : false)}
        >
          {t('roll.absent')}
        </button>
      )}
    </li>
  );
}
