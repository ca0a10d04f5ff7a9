import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useMay } from '@/shared/session/session';
import { ConfirmDialog } from '@/shared/ui/dialogs';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import type { IncidentStatus } from '@/shared/words/values';
import { filterOf, type IncidentSearch } from '../incidentSearch';
import { incidents, type ListedIncident } from '../queries';
import { reachable, reopens } from '../status';
import { useT } from '../texts';
import { Announce } from './Announce';
import { BoardCard } from './BoardCard';
import { useMove } from './useMove';
import { useNews } from './useNews';

const columns = ['new', 'in_progress', 'waiting', 'resolved'] as const satisfies readonly IncidentStatus[];
type ColumnStatus = (typeof columns)[number];

function useColumn(search: IncidentSearch, siteId: string | undefined, status: ColumnStatus) {
  const filter = { ...filterOf({ ...search, status: undefined }, siteId), status: [status] };
  return useInfiniteQuery(
    // what was solved last stands first, what is open by how grave it is
    incidents(
      status === 'resolved' ? { ...filter, open: false, sort: 'newest' } : { ...filter, sort: 'severity' },
    ),
  );
}

export function Board({ search, siteId }: { search: IncidentSearch; siteId?: string }) {
  const t = useT();
  const mayMove = useMay('incidents:handle');
  const queries = {
    new: useColumn(search, siteId, 'new'),
    in_progress: useColumn(search, siteId, 'in_progress'),
    waiting: useColumn(search, siteId, 'waiting'),
    resolved: useColumn(search, siteId, 'resolved'),
  };
  const all = columns.flatMap((c) => queries[c].data?.pages.flatMap((p) => p.items) ?? []);
  const { where, move, said, landed } = useMove();
  const board = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (landed) board.current?.querySelector<HTMLElement>(`[data-card="${landed}"] a`)?.focus();
  }, [landed]);
  const filters = JSON.stringify([search, siteId]);
  const pending = columns.some((c) => queries[c].isPending);
  const news = useNews({
    rows: pending ? undefined : all,
    at: Math.max(...columns.map((c) => queries[c].dataUpdatedAt)),
    filters,
  });
  const [asking, setAsking] = useState<{ row: ListedIncident; to: IncidentStatus }>();

  const failed = columns.map((c) => queries[c]).find((q) => q.isError && !q.data);
  if (failed) return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />;
  if (pending) return <LoadingState lines={8} />;

  const begin = (row: ListedIncident, to: IncidentStatus) =>
    reopens(where(row), to) ? setAsking({ row, to }) : void move(row, to);
  return (
    <div ref={board}>
      <Announce news={news} />
      <span className="sr-only" role="status">
        {said}
      </span>
      <div className="board">
        {columns.map((status) => {
          const rows = all.filter((r) => where(r) === status);
          return (
            <section key={status} className="board-column" aria-labelledby={`column-${status}`}>
              <h2 className="board-title" id={`column-${status}`}>
                {t(`status.${status}`)}{' '}
                <span className="muted figures">
                  {rows.length}
                  {queries[status].hasNextPage && '+'}
                </span>
              </h2>
              {rows.length === 0 && <p className="muted flush board-none">{t('board.none')}</p>}
              <ul className="plain-list board-cards">
                {rows.map((row) => (
                  <BoardCard
                    key={row.id}
                    row={row}
                    isNew={news.ids.has(row.id)}
                    onMove={mayMove ? (to) => begin(row, to) : undefined}
                    targets={reachable[where(row)]}
                  />
                ))}
              </ul>
              {queries[status].hasNextPage && (
                <button
                  type="button"
                  className="ds-link"
                  onClick={() => void queries[status].fetchNextPage()}
                >
                  {t('list.more')}
                </button>
              )}
            </section>
          );
        })}
      </div>
      <ConfirmDialog
        open={asking !== undefined}
        title={t('board.reopen', { number: asking?.row.number ?? '' })}
        reasonLabel={t('setStatus.why')}
        confirmLabel={t('board.reopenDo')}
        onClose={() => setAsking(undefined)}
        onConfirm={async (note) => {
          if (asking) await move(asking.row, asking.to, note);
          setAsking(undefined);
        }}
      />
    </div>
  );
}
