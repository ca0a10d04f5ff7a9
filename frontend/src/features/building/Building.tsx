import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSite } from '@/shared/session/session';
import { PageHeader } from '@/shared/ui/Page';
import { EmptyState } from '@/shared/ui/states';
import { type BuildingSearch, noFilters } from './buildingSearch';
import { count, everywhereShared, type Filters, placed } from './house/filters';
import { Legend } from './house/Legend';
import { SiteHouse } from './house/SiteHouse';
import { house } from './queries';
import { useT } from './texts';
import { UnitList } from './UnitList';
import './building.css';

interface Props {
  search: BuildingSearch;
  onSearch: (change: Partial<BuildingSearch>) => void;
}
export function Building({ search, onSearch }: Props) {
  const t = useT();
  const { sites, chosen } = useSite();
  const shown = chosen ? [chosen] : sites;
  const list = search.view === 'list';
  const header = <PageHeader title={t('building.title')} actions={<ViewSwitch list={list} />} />;
  if (shown.length === 0)
    return (
      <>
        {header}
        <EmptyState title={t('building.noSites')} hint={t('building.noSitesHint')} />
      </>
    );
  return (
    <>
      {header}
      {list ? (
        <UnitList search={search} onSearch={onSearch} />
      ) : (
        <Drawing sites={shown} search={search} onSearch={onSearch} />
      )}
    </>
  );
}

function Drawing({ sites, search, onSearch }: Props & { sites: readonly { id: string; name: string }[] }) {
  const t = useT();
  const houses = useQueries({ queries: sites.map((s) => house(s.id)) }).flatMap((q) => q.data ?? []);
  const { state, use, accessibility, floor, mark } = search;
  const filters: Filters = { state, use, accessibility, floor, mark };
  const all = placed(houses);
  const filtered = Object.values(filters).some((v) => v !== undefined);
  const shared = everywhereShared(houses);
  return (
    <>
      {all.length > 0 && (
        <Legend
          all={all}
          shared={shared}
          filters={filters}
          onChoose={(next) => onSearch(next ?? noFilters)}
        />
      )}
      <p className="sr-only" role="status">
        {filtered && t('house.matching', { count: count(all, filters), all: all.length })}
      </p>
      {sites.map((s) => (
        <SiteHouse key={s.id} site={s} filters={filters} />
      ))}
    </>
  );
}

function ViewSwitch({ list }: { list: boolean }) {
  const t = useT();
  return (
    <nav className="view-switch" aria-label={t('building.views')}>
      <View to={undefined} current={!list}>
        {t('building.drawing')}
      </View>
      <View to="list" current={list}>
        {t('building.list')}
      </View>
    </nav>
  );
}
function View({ to, current, children }: { to: 'list' | undefined; current: boolean; children: ReactNode }) {
  return (
    <Link
      to="."
      // what only the other view can show does not follow along unseen
      search={((old: BuildingSearch) => ({ ...old, view: to, mark: undefined, sort: undefined })) as never}
      resetScroll={false}
      activeOptions={{ exact: true, includeSearch: true, explicitUndefined: true }}
      aria-current={current ? 'page' : undefined}
    >
      {children}
    </Link>
  );
}
