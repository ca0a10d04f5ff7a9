import { useInfiniteQuery } from '@tanstack/react-query';
import { pathTo } from '@/shared/routing/links';
import { PathLink } from '@/shared/routing/PathLink';
import { useSession, useSite } from '@/shared/session/session';
import { type Column, DataList } from '@/shared/ui/DataList';
import { FilterBar, FilterSelect } from '@/shared/ui/FilterBar';
import { EmptyState } from '@/shared/ui/states';
import { When } from '@/shared/ui/When';
import { keysOf } from '@/shared/words/values';
import { whoOf } from '../names';
import { type Tenancy, tenancies } from '../queries';
import { useT } from '../texts';
import { ClockTag } from './ClockTag';
import type { RunningOutSearch } from './runningOutSearch';
import { clockSteps } from './steps';

interface Props {
  search: RunningOutSearch;
  onSearch: (change: RunningOutSearch) => void;
}
/** Fixed terms near their end or behind it, the one that ended first on top. */
export function RunningOut({ search, onSearch }: Props) {
  const t = useT();
  const { chosen } = useSite();
  const filter = { site_id: chosen?.id, clock: search.clock, running_out: true };
  const query = useInfiniteQuery(tenancies({ ...filter, sort: 'contract_ends_on' }));
  const steps = keysOf(clockSteps).filter((step) => step !== 'running');
  return (
    <>
      <FilterBar active={search.clock ? 1 : 0} onClear={() => onSearch({ clock: undefined })}>
        <FilterSelect
          label={t('out.step')}
          value={search.clock}
          options={steps.map((step) => ({ value: step, label: t(`clock.tag.${step}`) }))}
          onChange={(clock) => onSearch({ clock })}
        />
      </FilterBar>
      <DataList
        label={t('out.title')}
        query={query}
        columns={useColumns()}
        rowKey={(r) => r.id}
        card={(r) => <Card tenancy={r} />}
        empty={
          search.clock ? (
            <EmptyState title={t('tenancies.noneFound')} hint={t('tenancies.noneFoundHint')} />
          ) : (
            <EmptyState title={t('out.none')} hint={t('out.noneHint')} />
          )
        }
      />
    </>
  );
}

function useColumns(): Column<Tenancy>[] {
  const t = useT();
  const { audience } = useSession();
  const day = (at: string | null) => (at ? <When at={at} as="day" /> : '–');
  return [
    {
      key: 'unit',
      header: t('tenancy.unit'),
      figures: true,
      cell: (r) => <PathLink path={pathTo('tenancy', r.id) ?? ''}>{r.unit_label}</PathLink>,
    },
    audience === 'landlord'
      ? { key: 'size', header: t('tenancy.size'), figures: true, cell: (r) => r.household_size }
      : { key: 'who', header: t('tenancy.who'), cell: (r) => <bdi>{whoOf(r) || '–'}</bdi> },
    { key: 'step', header: t('out.step'), cell: (r) => <ClockTag step={r.clock} /> },
    { key: 'ends', header: t('out.ends'), figures: true, cell: (r) => day(r.contract_ends_on) },
    {
      key: 'open',
      header: t('out.openEnded'),
      figures: true,
      cell: (r) => day(r.clock === 'asked_to_move' ? null : r.open_ended_from),
    },
  ];
}

function Card({ tenancy }: { tenancy: Tenancy }) {
  const t = useT();
  return (
    <>
      <span className="tenancy-head">
        <PathLink path={pathTo('tenancy', tenancy.id) ?? ''}>
          <bdi>{[tenancy.unit_label, whoOf(tenancy)].filter(Boolean).join(' · ')}</bdi>
        </PathLink>
      </span>
      <ClockTag step={tenancy.clock} />
      {tenancy.contract_ends_on && (
        <span className="muted">
          {t('out.ends')} <When at={tenancy.contract_ends_on} as="day" />
        </span>
      )}
    </>
  );
}
