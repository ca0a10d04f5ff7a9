import { Button } from '@digdir/designsystemet-react';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Page } from '@/shared/api/keyset';
import { useT } from '@/shared/i18n';
import { ErrorState, LoadingState } from './states';

export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** The server's names for upwards and downwards; a string means `field` and `-field`. */
  sort?: string | { up?: string; down?: string };
  /** Figures and codes: tabular, never broken. */
  figures?: boolean;
}
interface Props<Row> {
  /** What the table holds, for those who hear the page. */
  label: string;
  query: UseInfiniteQueryResult<InfiniteData<Page<Row>>>;
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  /** One row on a phone; its first link covers the whole card. */
  card: (row: Row) => ReactNode;
  empty: ReactNode;
  sort?: string;
  onSort?: (sort: string) => void;
}
/** A table from 900 px, cards below; loads on with «Vis flere». */
export function DataList<Row>({ label, query, columns, rowKey, card, empty, sort, onSort }: Props<Row>) {
  const t = useT();
  if (query.isPending) return <LoadingState />;
  if (query.isError && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const rows = query.data?.pages.flatMap((p) => p.items) ?? [];
  if (rows.length === 0) return empty;
  return (
    <div className="datalist" aria-busy={query.isPlaceholderData}>
      <div className="table-frame" role="region" aria-label={label} tabIndex={0}>
        <table className="ds-table table" data-hover>
          <caption className="sr-only">{label}</caption>
          <thead>
            <tr>
              {columns.map((c) => (
                <HeaderCell key={c.key} column={c} sort={sort} onSort={onSort} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={rowKey(row)}>
                {columns.map((c) => (
                  <td key={c.key} className={c.figures ? 'figures' : undefined}>
                    {c.cell(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul className="cards" aria-label={label}>
        {rows.map((row) => (
          <li key={rowKey(row)}>{card(row)}</li>
        ))}
      </ul>
      <div className="more">
        <span className="muted" role="status">
          {t('list.shown', { count: rows.length })}
        </span>
        {query.hasNextPage && (
          <Button
            type="button"
            variant="secondary"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t('list.more')}
          </Button>
        )}
      </div>
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
    </div>
  );
}

function HeaderCell<Row>({
  column,
  sort,
  onSort,
}: {
  column: Column<Row>;
  sort?: string;
  onSort?: (s: string) => void;
}) {
  if (!column.sort || !onSort) return <th scope="col">{column.header}</th>;
  const { up, down } =
    typeof column.sort === 'string' ? { up: column.sort, down: `-${column.sort}` } : column.sort;
  const state = sort && sort === up ? 'ascending' : sort && sort === down ? 'descending' : 'none';
  const next = state === 'ascending' ? (down ?? up) : (up ?? down);
  return (
    <th scope="col" aria-sort={state}>
      <button type="button" onClick={() => next && onSort(next)}>
        {column.header}
      </button>
    </th>
  );
}
