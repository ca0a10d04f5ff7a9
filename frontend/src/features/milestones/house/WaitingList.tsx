import { useInfiniteQuery } from '@tanstack/react-query';
import { day, isoDay } from '@/shared/format/dates';
import { pathTo } from '@/shared/routing/links';
import { PathLink } from '@/shared/routing/PathLink';
import { countSet } from '@/shared/routing/search';
import { useSite } from '@/shared/session/session';
import { type Column, DataList } from '@/shared/ui/DataList';
import { FilterBar, FilterCheck, FilterSelect } from '@/shared/ui/FilterBar';
import { Section } from '@/shared/ui/Page';
import { EmptyState } from '@/shared/ui/states';
import { keysOf } from '@/shared/words/values';
import { type MilestoneRow, milestones } from '../queries';
import { useT } from '../texts';
import { milestoneStatuses, movers } from '../vocabulary';
import { daysBetween, MilestoneStatusWord, useSteps } from '../words';
import { type WaitingSearch, waitingFilters } from './waitingSearch';
import './waiting.css';

const STILL = 30;

interface Props {
  search: WaitingSearch;
  onSearch: (change: Partial<WaitingSearch>) => void;
}
/** Who waits for what; what has stood still is a filter that the resource team can open its meeting with. */
export function WaitingList({ search, onSearch }: Props) {
  const t = useT();
  const { chosen } = useSite();
  const { steps, name } = useSteps();
  const query = useInfiniteQuery(
    milestones({
      site_id: chosen?.id,
      code: search.code,
      mover: search.mover,
      status: search.status,
      overdue: search.overdue,
      mine: search.mine,
      blocked: search.all ? undefined : false,
      waited_days: search.still && STILL,
    }),
  );
  const active = countSet(search, waitingFilters);
  const codes = [...new Set(steps.map((s) => s.code))];
  return (
    <Section title={t('stuck.title')}>
      <FilterBar
        active={active}
        onClear={() => onSearch(Object.fromEntries(waitingFilters.map((f) => [f, undefined])))}
      >
        <FilterSelect
          label={t('milestone.step')}
          value={search.code}
          options={codes.map((code) => ({ value: code, label: name(code) }))}
          onChange={(code) => onSearch({ code })}
        />
        <FilterSelect
          label={t('milestone.whose')}
          value={search.mover}
          options={movers.map((m) => ({ value: m, label: t(`mover.${m}`) }))}
          onChange={(mover) => onSearch({ mover })}
        />
        <FilterSelect
          label={t('stuck.status')}
          value={search.status}
          options={keysOf(milestoneStatuses).map((s) => ({ value: s, label: t(`milestone.status.${s}`) }))}
          onChange={(status) => onSearch({ status })}
        />
        <FilterCheck
          label={t('stuck.overdue')}
          value={search.overdue}
          onChange={(overdue) => onSearch({ overdue })}
        />
        <FilterCheck
          label={t('stuck.still')}
          value={search.still}
          onChange={(still) => onSearch({ still })}
        />
        <FilterCheck label={t('stuck.all')} value={search.all} onChange={(all) => onSearch({ all })} />
        <FilterCheck label={t('stuck.mine')} value={search.mine} onChange={(mine) => onSearch({ mine })} />
      </FilterBar>
      <DataList
        label={t('stuck.title')}
        query={query}
        columns={useColumns()}
        rowKey={(x) => x.id}
        card={(x) => <Card row={x} />}
        empty={
          active > 0 ? (
            <EmptyState title={t('stuck.noneFound')} />
          ) : (
            <EmptyState title={t('stuck.none')} hint={t('stuck.noneHint')} />
          )
        }
      />
    </Section>
  );
}

function useColumns(): Column<MilestoneRow>[] {
  const t = useT();
  const { name } = useSteps();
  return [
    { key: 'resident', header: t('milestone.resident'), cell: (x) => <Who row={x} /> },
    {
      key: 'step',
      header: t('milestone.step'),
      cell: (x) => (
        <>
          {name(x.code)}
          <Blocked row={x} />
        </>
      ),
    },
    { key: 'mover', header: t('milestone.whose'), cell: (x) => t(`mover.${x.mover}`) },
    { key: 'waited', header: t('milestone.waited'), figures: true, cell: (x) => <Waited row={x} /> },
    { key: 'due', header: t('milestone.deadline'), figures: true, cell: (x) => <Due row={x} /> },
    { key: 'status', header: t('stuck.status'), cell: (x) => <MilestoneStatusWord status={x.status} /> },
  ];
}

const Who = ({ row: { resident } }: { row: MilestoneRow }) => (
  <PathLink path={pathTo('resident', resident.id) ?? ''}>
    <bdi>{resident.name}</bdi>
  </PathLink>
);

function Blocked({ row }: { row: MilestoneRow }) {
  const t = useT();
  const { name } = useSteps();
  if (row.blocked_by.length === 0) return null;
  return (
    <span className="muted line-sub">
      {t('milestone.blockedBy', { steps: row.blocked_by.map(name).join(', ') })}
    </span>
  );
}

function Waited({ row }: { row: MilestoneRow }) {
  const t = useT();
  const days = daysBetween(row.since, isoDay());
  return row.blocked_by.length > 0 || days < 0 ? '–' : t('milestone.days', { count: days });
}

function Due({ row }: { row: MilestoneRow }) {
  if (!row.due_on) return '–';
  const late = row.due_on < isoDay();
  return (
    <span className={late ? 'waiting-late' : undefined} data-color={late ? 'danger' : undefined}>
      {day(row.due_on)}
    </span>
  );
}

function Card({ row }: { row: MilestoneRow }) {
  const t = useT();
  const { name } = useSteps();
  return (
    <>
      <span className="row waiting-head">
        <Who row={row} />
        <MilestoneStatusWord status={row.status} />
      </span>
      <span>{name(row.code)}</span>
      <Blocked row={row} />
      <span className="row muted">
        <span>{t('milestone.mover', { who: t(`mover.${row.mover}`) })}</span>
        <span>
          {t('milestone.waited')} <Waited row={row} />
        </span>
        {row.due_on && (
          <span>
            {t('milestone.deadline')} <Due row={row} />
          </span>
        )}
      </span>
    </>
  );
}
