import { useInfiniteQuery } from '@tanstack/react-query';
import { joined } from '@/shared/format/joined';
import { pathTo } from '@/shared/routing/links';
import { PathLink } from '@/shared/routing/PathLink';
import { countSet } from '@/shared/routing/search';
import { useSite } from '@/shared/session/session';
import { type Column, DataList } from '@/shared/ui/DataList';
import { FilterBar, FilterCheck, FilterDay, FilterSelect } from '@/shared/ui/FilterBar';
import { EmptyState } from '@/shared/ui/states';
import { kinds } from '../kinds';
import { filterOf, type MeetingSearch, meetingFilters, noFilters } from '../meetingSearch';
import { type ListedMeeting, meetings, seriesList } from '../queries';
import { useT } from '../texts';
import { MeetingState, useShortTime } from '../words';
import { Frame } from './Frame';

interface Props {
  search: MeetingSearch;
  onSearch: (change: Partial<MeetingSearch>) => void;
}
export function Meetings({ search, onSearch }: Props) {
  const t = useT();
  const { chosen } = useSite();
  const query = useInfiniteQuery(meetings(filterOf(search, chosen?.id)));
  const filtered = countSet(search, meetingFilters) > 0;
  const which = search.tab ?? 'ahead';
  return (
    <Frame view="/moter">
      <Filters search={search} onSearch={onSearch} />
      <DataList
        label={t(`meetings.list.${which}`)}
        query={query}
        columns={useColumns()}
        rowKey={(r) => r.id}
        card={(r) => <Card row={r} />}
        empty={
          filtered ? (
            <EmptyState title={t('meetings.noneFound')} hint={t('meetings.noneFoundHint')} />
          ) : (
            <EmptyState title={t(`meetings.none.${which}`)} hint={t(`meetings.noneHint.${which}`)} />
          )
        }
      />
    </Frame>
  );
}

function Filters({ search, onSearch }: Props) {
  const t = useT();
  const series = useInfiniteQuery(seriesList).data?.pages.flatMap((p) => p.items) ?? [];
  return (
    <FilterBar active={countSet(search, meetingFilters)} onClear={() => onSearch(noFilters)}>
      <select
        className="ds-input filter-select"
        data-width="auto"
        aria-label={t('meetings.when')}
        value={search.tab ?? ''}
        onChange={(e) => onSearch({ tab: e.target.value === 'past' ? 'past' : undefined })}
      >
        <option value="">{t('meetings.when.ahead')}</option>
        <option value="past">{t('meetings.when.past')}</option>
      </select>
      <FilterSelect
        label={t('meeting.kind')}
        value={search.kind}
        options={kinds.map((k) => ({ value: k, label: t(`meeting.kind.${k}`) }))}
        onChange={(kind) => onSearch({ kind })}
      />
      <FilterSelect
        label={t('meeting.series')}
        value={search.series}
        options={series.map((s) => ({ value: s.id, label: s.title }))}
        onChange={(id) => onSearch({ series: id })}
      />
      <FilterDay label={t('meetings.from')} value={search.from} onChange={(from) => onSearch({ from })} />
      <FilterDay label={t('meetings.to')} value={search.to} onChange={(to) => onSearch({ to })} />
      <FilterCheck label={t('meetings.mine')} value={search.mine} onChange={(mine) => onSearch({ mine })} />
      <FilterCheck
        label={t('meetings.draft')}
        value={search.draft}
        onChange={(draft) => onSearch({ draft })}
      />
    </FilterBar>
  );
}

function Name({ row }: { row: ListedMeeting }) {
  return (
    <>
      <PathLink path={pathTo('meeting', row.id) ?? '/moter'}>
        <bdi>{row.title}</bdi>
      </PathLink>
      {row.residents.length > 0 && (
        <bdi className="muted meet-with">{joined(...row.residents.map((r) => r.name))}</bdi>
      )}
    </>
  );
}

function useColumns(): Column<ListedMeeting>[] {
  const t = useT();
  const time = useShortTime();
  return [
    {
      key: 'when',
      header: t('meeting.when'),
      figures: true,
      cell: (r) => <span data-cancelled={r.status === 'cancelled' || undefined}>{time(r)}</span>,
    },
    { key: 'title', header: t('meeting.title'), cell: (r) => <Name row={r} /> },
    { key: 'kind', header: t('meeting.kind'), cell: (r) => t(`meeting.kind.${r.kind}`) },
    { key: 'place', header: t('meeting.place'), cell: (r) => <bdi>{r.place ?? '–'}</bdi> },
    {
      key: 'state',
      header: t('meeting.status'),
      cell: (r) => (
        <span className="meet-tags">
          <MeetingState meeting={r} />
        </span>
      ),
    },
  ];
}

function Card({ row }: { row: ListedMeeting }) {
  const t = useT();
  const time = useShortTime();
  return (
    <>
      <span className="meet-tags">
        <span data-cancelled={row.status === 'cancelled' || undefined}>{time(row)}</span>
        <MeetingState meeting={row} />
      </span>
      <Name row={row} />
      <bdi className="muted">{joined(t(`meeting.kind.${row.kind}`), row.place)}</bdi>
    </>
  );
}
