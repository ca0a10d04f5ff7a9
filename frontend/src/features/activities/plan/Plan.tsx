import { Button } from '@digdir/designsystemet-react';
import { PlusIcon, PrinterSmallIcon } from '@navikt/aksel-icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { countSet } from '@/shared/routing/search';
import { useMay, useSite } from '@/shared/session/session';
import { FilterBar, FilterCheck, FilterDay, FilterSelect } from '@/shared/ui/FilterBar';
import { PageHeader } from '@/shared/ui/Page';
import { EmptyState, ErrorState, LoadingState } from '@/shared/ui/states';
import { activityStatuses, keysOf } from '@/shared/words/values';
import { type ActivitySearch, activityFilters, filterOf, noFilters } from '../activitySearch';
import { NewActivity } from '../form/NewActivity';
import { activities } from '../queries';
import { useT } from '../texts';
import { byWeek } from '../weeks';
import { WeekCards } from './WeekCards';
import { WeekTable } from './WeekTable';
import '../activities.css';

interface Props {
  search: ActivitySearch;
  onSearch: (change: Partial<ActivitySearch>) => void;
}
export function Plan({ search, onSearch }: Props) {
  const t = useT();
  const mayWrite = useMay('activities:write');
  const { chosen } = useSite();
  const [adding, setAdding] = useState<{ week?: string }>();
  return (
    <>
      <PageHeader
        title={t('activities.title')}
        actions={
          <div className="row tight no-print">
            <Button type="button" variant="tertiary" onClick={() => print()}>
              <PrinterSmallIcon aria-hidden />
              {t('activities.print')}
            </Button>
            {mayWrite && (
              <Button type="button" onClick={() => setAdding({})}>
                <PlusIcon aria-hidden />
                {t('activities.new')}
              </Button>
            )}
          </div>
        }
      />
      <div className="no-print">
        <Tabs tab={search.tab} />
        <Filters search={search} onSearch={onSearch} />
      </div>
      <Weeks
        search={search}
        siteId={chosen?.id}
        onAdd={mayWrite ? (week) => setAdding({ week }) : undefined}
      />
      {adding && <NewActivity week={adding.week} onClose={() => setAdding(undefined)} />}
    </>
  );
}

function Tabs({ tab: here }: Pick<ActivitySearch, 'tab'>) {
  const t = useT();
  return (
    <nav aria-label={t('activities.which')}>
      <ul className="plain-list act-tabs">
        {([undefined, 'past', 'all'] as const).map((tab) => (
          <li key={tab ?? 'coming'}>
            <Link
              to="."
              search={(old: Record<string, unknown>) => ({ ...old, tab, from: undefined, to: undefined })}
              className="act-tab"
              activeProps={{ 'aria-current': undefined }}
              data-here={here === tab}
              aria-current={here === tab ? 'page' : undefined}
            >
              {t(`activities.tab.${tab ?? 'coming'}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Filters({ search, onSearch }: Props) {
  const t = useT();
  return (
    <FilterBar active={countSet(search, activityFilters)} onClear={() => onSearch(noFilters)}>
      <FilterSelect
        label={t('activity.statusLabel')}
        value={search.status}
        options={keysOf(activityStatuses).map((s) => ({ value: s, label: t(`activity.${s}`) }))}
        onChange={(status) => onSearch({ status })}
      />
      <FilterDay label={t('activities.from')} value={search.from} onChange={(from) => onSearch({ from })} />
      <FilterDay label={t('activities.to')} value={search.to} onChange={(to) => onSearch({ to })} />
      <FilterCheck label={t('activities.mine')} value={search.mine} onChange={(mine) => onSearch({ mine })} />
    </FilterBar>
  );
}

interface WeeksProps {
  search: ActivitySearch;
  siteId?: string;
  onAdd?: (week: string) => void;
}
function Weeks({ search, siteId, onAdd }: WeeksProps) {
  const t = useT();
  const query = useInfiniteQuery(activities(filterOf(search, siteId)));
  if (query.isPending) return <LoadingState lines={10} />;
  if (query.isError && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const rows = query.data.pages.flatMap((page) => page.items);
  if (rows.length === 0)
    return countSet(search, activityFilters) > 0 ? (
      <EmptyState title={t('activities.noneFound')} hint={t('activities.noneFoundHint')} />
    ) : (
      <EmptyState title={t('activities.none')} hint={t('activities.noneHint')} />
    );
  // a filter leaves out lines, so a week without any is not empty
  const gaps = search.tab !== 'past' && !search.status && !search.mine;
  const weeks = byWeek(rows, gaps);
  return (
    <div aria-busy={query.isPlaceholderData}>
      <WeekTable weeks={weeks} onAdd={onAdd} />
      <WeekCards weeks={weeks} onAdd={onAdd} />
      {query.hasNextPage && (
        <div className="more no-print">
          <Button
            type="button"
            variant="secondary"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t('list.more')}
          </Button>
        </div>
      )}
    </div>
  );
}
