import { useInfiniteQuery } from '@tanstack/react-query';
import { pathTo } from '@/shared/routing/links';
import { PathLink } from '@/shared/routing/PathLink';
import { useSession, useSite } from '@/shared/session/session';
import { type Column, DataList } from '@/shared/ui/DataList';
import { FilterBar, FilterSelect } from '@/shared/ui/FilterBar';
import { EmptyState } from '@/shared/ui/states';
import { When } from '@/shared/ui/When';
import { keysOf, tenancyStates } from '@/shared/words/values';
import { ClockTag } from './course/ClockTag';
import { State, whoOf } from './names';
import { type Tenancy, tenancies } from './queries';
import type { TenancySearch } from './tenancySearch';
import { useT } from './texts';
import './tenancies.css';

interface Props {
  search: TenancySearch;
  onSearch: (change: Partial<TenancySearch>) => void;
}
export function TenancyList({ search, onSearch }: Props) {
  const t = useT();
  const { chosen } = useSite();
  const sort = search.sort ?? '-from_day';
  const query = useInfiniteQuery(tenancies({ site_id: chosen?.id, state: search.state, sort }));
  return (
    <>
      <FilterBar active={search.state ? 1 : 0} onClear={() => onSearch({ state: undefined })}>
        <FilterSelect
          label={t('tenancies.state')}
          value={search.state}
          options={keysOf(tenancyStates).map((s) => ({ value: s, label: t(`tenancy.state.${s}`) }))}
          onChange={(state) => onSearch({ state })}
        />
      </FilterBar>
      <DataList
        label={t('tenancies.list')}
        query={query}
        columns={useColumns()}
        rowKey={(r) => r.id}
        card={(r) => <Card tenancy={r} />}
        sort={sort}
        onSort={(next) => {
          const found = (['-from_day', 'from_day', 'unit'] as const).find((s) => s === next);
          onSearch({ sort: found === '-from_day' ? undefined : found });
        }}
        empty={
          search.state ? (
            <EmptyState title={t('tenancies.noneFound')} hint={t('tenancies.noneFoundHint')} />
          ) : (
            <EmptyState title={t('tenancies.none')} hint={t('tenancies.noneHint')} />
          )
        }
      />
    </>
  );
}

function useColumns(): Column<Tenancy>[] {
  const t = useT();
  const { audience } = useSession();
  const lease = audience === 'landlord';
  return [
    {
      key: 'unit',
      header: t('tenancy.unit'),
      sort: 'unit',
      figures: true,
      cell: (r) => <PathLink path={pathTo('tenancy', r.id) ?? ''}>{r.unit_label}</PathLink>,
    },
    lease
      ? { key: 'size', header: t('tenancy.size'), figures: true, cell: (r) => r.household_size }
      : { key: 'who', header: t('tenancy.who'), cell: (r) => <bdi>{whoOf(r) || '–'}</bdi> },
    { key: 'state', header: t('tenancies.state'), cell: (r) => <State tenancy={r} /> },
    {
      key: 'from',
      header: t('tenancy.from'),
      sort: 'from_day',
      figures: true,
      cell: (r) => <When at={r.from_day} as="day" />,
    },
    {
      key: 'until',
      header: t('tenancy.until'),
      figures: true,
      cell: (r) => (r.until ? <When at={r.until} as="day" /> : '–'),
    },
    {
      key: 'contract',
      header: t('tenancy.contract'),
      cell: (r) => (
        <span className="row tight">
          <span>{t(`tenancy.kind.${r.kind}`)}</span>
          {r.contract_ends_on && (
            <span className="muted">
              {t('tenancy.to')} <When at={r.contract_ends_on} as="day" />
            </span>
          )}
          <ClockTag step={r.clock} />
        </span>
      ),
    },
    { key: 'keys', header: t('keys.short'), figures: true, cell: (r) => r.keys_handed_over ?? '–' },
  ];
}

function Card({ tenancy }: { tenancy: Tenancy }) {
  const t = useT();
  const who = whoOf(tenancy);
  return (
    <>
      <span className="tenancy-head">
        <PathLink path={pathTo('tenancy', tenancy.id) ?? ''}>
          <bdi>{[tenancy.unit_label, who].filter(Boolean).join(' · ')}</bdi>
        </PathLink>
      </span>
      <State tenancy={tenancy} />
      <span className="muted">
        <When at={tenancy.from_day} as="day" /> – {tenancy.until && <When at={tenancy.until} as="day" />}
        {!who && ` · ${t('tenancy.people', { count: tenancy.household_size })}`}
      </span>
      <ClockTag step={tenancy.clock} />
    </>
  );
}
