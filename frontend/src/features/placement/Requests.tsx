import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { isoDay } from '@/shared/format/dates';
import { pathTo } from '@/shared/routing/links';
import { PathLink } from '@/shared/routing/PathLink';
import { type Column, DataList } from '@/shared/ui/DataList';
import { FilterBar, FilterCheck } from '@/shared/ui/FilterBar';
import { EmptyState } from '@/shared/ui/states';
import { StatusTag } from '@/shared/ui/Tag';
import { When } from '@/shared/ui/When';
import { ImdiStrip } from './ImdiStrip';
import { requests, type SettlementRequest } from './queries';
import { useT } from './texts';
import './placement.css';

interface Props {
  undone: boolean;
  onUndone: (shown: boolean) => void;
  /** What to offer where nothing came yet. */
  empty: ReactNode;
}
export function Requests({ undone, onUndone, empty }: Props) {
  const t = useT();
  const query = useInfiniteQuery(requests(undone));
  return (
    <>
      <ImdiStrip />
      <FilterBar active={undone ? 1 : 0} onClear={() => onUndone(false)}>
        <FilterCheck label={t('requests.undone')} value={undone} onChange={(on) => onUndone(on ?? false)} />
      </FilterBar>
      <DataList
        label={t('requests.list')}
        query={query}
        columns={useColumns()}
        rowKey={(r) => r.id}
        card={(r) => <Card row={r} />}
        empty={<EmptyState title={t('requests.none')} hint={t('requests.noneHint')} action={empty} />}
      />
    </>
  );
}

function Reference({ row }: { row: SettlementRequest }) {
  return (
    <PathLink path={pathTo('request', row.id) ?? '/bosetting'}>
      <bdi>{row.reference}</bdi>
    </PathLink>
  );
}

export function AnswerWord({ row }: { row: SettlementRequest }) {
  const t = useT();
  if (row.undone_at) return <StatusTag>{t('request.isUndone')}</StatusTag>;
  if (row.answer === 'yes') return <StatusTag tone="success">{t('request.answer.yes')}</StatusTag>;
  if (row.answer === 'no') return <StatusTag>{t('request.answer.no')}</StatusTag>;
  const late = row.answer_due && row.answer_due < isoDay();
  return (
    <StatusTag tone={late ? 'danger' : 'warning'}>
      {t(late ? 'request.late' : 'request.unanswered')}
    </StatusTag>
  );
}

function Placed({ row }: { row: SettlementRequest }) {
  const t = useT();
  return <>{t('request.placedOf', { placed: row.placed, households: row.households })}</>;
}

function useColumns(): Column<SettlementRequest>[] {
  const t = useT();
  return [
    { key: 'reference', header: t('request.reference'), cell: (r) => <Reference row={r} /> },
    {
      key: 'received',
      header: t('request.received'),
      figures: true,
      cell: (r) => <When at={r.received_on} as="day" />,
    },
    { key: 'people', header: t('request.people'), figures: true, cell: (r) => r.people },
    { key: 'placed', header: t('request.placed'), figures: true, cell: (r) => <Placed row={r} /> },
    { key: 'answer', header: t('request.answer'), cell: (r) => <AnswerWord row={r} /> },
    {
      key: 'due',
      header: t('request.due'),
      figures: true,
      cell: (r) => (r.answer_due ? <When at={r.answer_due} as="day" /> : '–'),
    },
    { key: 'by', header: t('request.by'), cell: (r) => <bdi className="nowrap">{r.imported_by}</bdi> },
  ];
}

function Card({ row }: { row: SettlementRequest }) {
  const t = useT();
  return (
    <>
      <Reference row={row} />
      <span className="place-tags">
        <AnswerWord row={row} />
        <span>{t('request.counts', { people: row.people, households: row.households })}</span>
      </span>
      <span className="muted">
        {t('request.received')} <When at={row.received_on} as="day" />
      </span>
    </>
  );
}
