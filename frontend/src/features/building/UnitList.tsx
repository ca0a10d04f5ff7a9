import { useInfiniteQuery, useQueries } from '@tanstack/react-query';
import { day } from '@/shared/format/dates';
import { joined } from '@/shared/format/joined';
import { pathTo } from '@/shared/routing/links';
import { PathLink } from '@/shared/routing/PathLink';
import { countSet } from '@/shared/routing/search';
import { useSession, useSite } from '@/shared/session/session';
import { type Column, DataList } from '@/shared/ui/DataList';
import { FilterBar, FilterSelect } from '@/shared/ui/FilterBar';
import { EmptyState } from '@/shared/ui/states';
import { StatusTag } from '@/shared/ui/Tag';
import { UnitStateWord } from '@/shared/words/tags';
import { type Accessibility, accessibilities, keysOf, unitStates, unitUses } from '@/shared/words/values';
import { type BuildingSearch, buildingFilters, noFilters } from './buildingSearch';
import { everywhereShared, ownFeatures } from './house/filters';
import { SharedFeatures } from './house/SharedFeatures';
import { floorName, isDwelling } from './names';
import { type House, house, type Unit, units } from './queries';
import { useT } from './texts';

interface Props {
  search: BuildingSearch;
  onSearch: (change: Partial<BuildingSearch>) => void;
}
export function UnitList({ search, onSearch }: Props) {
  const t = useT();
  const { chosen } = useSite();
  const sort = search.sort ?? 'label';
  const { state, use, accessibility, floor } = search;
  const query = useInfiniteQuery(units({ site_id: chosen?.id, state, use, accessibility, floor, sort }));
  const active = countSet(search, buildingFilters);
  const houses = useHouses();
  const shared = everywhereShared(houses);
  return (
    <>
      <Filters search={search} onSearch={onSearch} active={active} houses={houses} />
      <DataList
        label={t('building.units')}
        query={query}
        columns={useColumns(shared)}
        rowKey={(u) => u.id}
        card={(u) => <Card unit={u} />}
        sort={sort}
        onSort={(next) => onSearch({ sort: next === 'floor' ? 'floor' : undefined })}
        empty={
          active > 0 ? (
            <EmptyState title={t('building.noneFound')} hint={t('building.noneFoundHint')} />
          ) : (
            <EmptyState title={t('building.none')} hint={t('house.emptyHint')} />
          )
        }
      />
      <SharedFeatures features={shared} />
    </>
  );
}

/** The drawings of the sites shown, for what the list alone cannot know. */
function useHouses(): House[] {
  const { sites, chosen } = useSite();
  const shown = chosen ? [chosen] : sites;
  return useQueries({ queries: shown.map((s) => house(s.id)) }).flatMap((q) => q.data ?? []);
}

interface FilterProps extends Props {
  active: number;
  houses: readonly House[];
}
function Filters({ search, onSearch, active, houses }: FilterProps) {
  const t = useT();
  const floors = [...new Set(houses.flatMap((h) => h.floors.map((f) => f.floor)))].sort((a, b) => b - a);
  return (
    <FilterBar active={active} onClear={() => onSearch(noFilters)}>
      <FilterSelect
        label={t('unit.state')}
        value={search.state}
        options={keysOf(unitStates).map((s) => ({ value: s, label: t(`unit.state.${s}`) }))}
        onChange={(state) => onSearch({ state })}
      />
      <FilterSelect
        label={t('unit.use')}
        value={search.use}
        options={unitUses.map((u) => ({ value: u, label: t(`unit.use.${u}`) }))}
        onChange={(use) => onSearch({ use })}
      />
      <FilterSelect
        label={t('unit.floor')}
        value={search.floor === undefined ? undefined : String(search.floor)}
        options={floors.map((f) => ({ value: String(f), label: floorName(t, f) }))}
        onChange={(floor) => onSearch({ floor: floor === undefined ? undefined : Number(floor) })}
      />
      <FilterSelect
        label={t('unit.accessibility')}
        value={search.accessibility}
        options={accessibilities.map((a) => ({ value: a, label: t(`accessibility.${a}`) }))}
        onChange={(accessibility) => onSearch({ accessibility })}
      />
    </FilterBar>
  );
}

const UnitLink = ({ unit }: { unit: Unit }) => (
  <PathLink path={pathTo('unit', unit.id) ?? '/'}>
    <bdi>{unit.label}</bdi>
  </PathLink>
);

function State({ unit }: { unit: Unit }) {
  const t = useT();
  const blocked = unit.view !== 'plain' && unit.blocked_from !== null;
  return (
    <span className="row tight">
      {isDwelling(unit) ? <UnitStateWord state={unit.state} /> : '–'}
      {blocked && (
        <StatusTag tone="danger">
          {unit.blocked_until ? t('unit.blockedUntil', { day: day(unit.blocked_until) }) : t('unit.blocked')}
        </StatusTag>
      )}
    </span>
  );
}

const floorOrHouse = (t: ReturnType<typeof useT>, u: Unit) =>
  u.part === 'common_house' ? t('house.common') : floorName(t, u.floor);

function useColumns(shared: readonly Accessibility[]): Column<Unit>[] {
  const t = useT();
  const { sites } = useSession();
  const { chosen } = useSite();
  const columns: Column<Unit>[] = [
    {
      key: 'label',
      header: t('unit.label'),
      sort: { up: 'label' },
      figures: true,
      cell: (u) => <UnitLink unit={u} />,
    },
    { key: 'use', header: t('unit.use'), cell: (u) => (u.use ? t(`unit.use.${u.use}`) : '–') },
    { key: 'state', header: t('unit.state'), cell: (u) => <State unit={u} /> },
    { key: 'floor', header: t('unit.floor'), sort: { up: 'floor' }, cell: (u) => floorOrHouse(t, u) },
    { key: 'number', header: t('unit.dwellingNumber'), figures: true, cell: (u) => u.dwelling_number ?? '–' },
    { key: 'capacity', header: t('unit.capacity'), figures: true, cell: (u) => u.capacity || '–' },
    {
      key: 'accessibility',
      header: t('unit.accessibility'),
      cell: (u) =>
        ownFeatures(u, shared)
          .map((a) => t(`accessibility.${a}`))
          .join(', ') || '–',
    },
  ];
  if (!chosen && sites.length > 1)
    columns.splice(1, 0, {
      key: 'site',
      header: t('unit.site'),
      cell: (u) => sites.find((s) => s.id === u.site_id)?.name ?? '–',
    });
  return columns;
}

function Card({ unit }: { unit: Unit }) {
  const t = useT();
  return (
    <>
      <span className="unit-card-head">
        <UnitLink unit={unit} />
        <State unit={unit} />
      </span>
      <span className="muted">
        {joined(unit.use && t(`unit.use.${unit.use}`), floorOrHouse(t, unit), unit.dwelling_number)}
      </span>
    </>
  );
}
