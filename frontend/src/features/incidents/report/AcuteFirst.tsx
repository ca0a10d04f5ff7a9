import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import { allUnits, type Service, site } from '../queries';
import { useT } from '../texts';
import { WhomToRing } from '../WhomToRing';

/** Before anything else: ring. Stands there the moment a report is acute, sent or not. */
export function AcuteFirst({ first, ...where }: { first: Service; siteId?: string; unitId?: string }) {
  const t = useT();
  const box = useRef<HTMLElement>(null);
  const unit = useQuery(allUnits).data?.find((u) => u.id === where.unitId);
  const siteId = unit?.site_id ?? where.siteId;
  const query = useQuery({ ...site(siteId ?? ''), enabled: !!siteId });
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <section className="ring-box" ref={box} aria-labelledby="acute-first">
      <h2 className="ring-title" id="acute-first">
        {t('ring.first')}
      </h2>
      <p className="flush">{t('ring.firstHint')}</p>
      {siteId && query.isPending && <LoadingState lines={2} />}
      {query.isError && !query.data && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
      <WhomToRing contacts={query.data?.on_call ?? []} first={first} emergency />
    </section>
  );
}
