import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { pathTo } from '@/shared/routing/links';
import { PathLink } from '@/shared/routing/PathLink';
import { useMay } from '@/shared/session/session';
import { Section } from '@/shared/ui/Page';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import { When } from '@/shared/ui/When';
import { State } from './names';
import { type Tenancy, tenancies } from './queries';
import { stageOf } from './stage';
import { TenancyActions } from './TenancyActions';
import { useT } from './texts';
import './tenancies.css';

interface Props {
  residentId: string;
  /** Where somebody without a flat is moved in; the route knows the way. */
  moveIn: ReactNode;
}
/** A person's way through the house, the latest first, with what can be done now. */
export function ResidentTenancies({ residentId, moveIn }: Props) {
  const t = useT();
  const mayWrite = useMay('tenancies:write');
  const query = useInfiniteQuery(tenancies({ resident_id: residentId }));
  const all = query.data?.pages.flatMap((p) => p.items) ?? [];
  // a planned move stands before the flat it leaves: both can be acted on
  const open = all.filter((x) => stageOf(x) !== 'over');
  return (
    <Section title={t('tenancy.one')}>
      {query.isPending && <LoadingState lines={2} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && all.length === 0 && <p className="muted flush">{t('tenancy.noneYet')}</p>}
      {all.length > 0 && (
        <ol className="timeline" aria-label={t('tenancy.line')}>
          {all.map((x) => (
            <li key={x.id}>
              <Entry tenancy={x} />
              {stageOf(x) !== 'over' && <TenancyActions tenancy={x} />}
            </li>
          ))}
        </ol>
      )}
      {query.isSuccess && open.length === 0 && mayWrite && <div className="actions">{moveIn}</div>}
    </Section>
  );
}

function Entry({ tenancy: x }: { tenancy: Tenancy }) {
  const t = useT();
  const reason = x.view === 'care' ? x.ended_because : null;
  return (
    <div className="timeline-head tenancy-entry">
      <span className="timeline-title">
        <PathLink path={pathTo('tenancy', x.id) ?? ''}>
          {t('tenancy.inUnit', { unit: x.unit_label })}
        </PathLink>
      </span>
      <State tenancy={x} />
      <span className="muted">
        <When at={x.from_day} as="day" /> – {x.until && <When at={x.until} as="day" />}
        {reason && ` · ${t(`endReason.${reason}`)}`}
      </span>
    </div>
  );
}
