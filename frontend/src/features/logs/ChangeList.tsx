import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useLocale } from '@/shared/i18n';
import { pathTo } from '@/shared/routing/links';
import { PathLink } from '@/shared/routing/PathLink';
import { countSet } from '@/shared/routing/search';
import { may, type Permission, useSession } from '@/shared/session/session';
import { type Column, DataList } from '@/shared/ui/DataList';
import { FilterBar, FilterCheck, FilterSelect } from '@/shared/ui/FilterBar';
import { EmptyState } from '@/shared/ui/states';
import { When } from '@/shared/ui/When';
import { changeFilters, type LogSearch, tables } from './logSearch';
import { Who, WhoAndWhen } from './parts';
import { type Change, changes } from './queries';
import { changeSentence, thing } from './sentences';
import { useT } from './texts';

interface Props {
  search: LogSearch;
  onSearch: (change: Partial<LogSearch>) => void;
}
export function ChangeList({ search, onSearch }: Props) {
  const t = useT();
  const { table, actor, from, row } = search;
  const query = useInfiniteQuery(
    changes({ table_name: table, actor_id: actor, from_day: from, row_id: row }),
  );
  const active = countSet(search, changeFilters);
  const clear = () => onSearch({ table: undefined, actor: undefined, from: undefined, row: undefined });
  const columns: Column<Change>[] = [
    { key: 'at', header: t('log.when'), figures: true, cell: (c) => <When at={c.at} as="short" /> },
    { key: 'who', header: t('log.who'), cell: (c) => <Who by={c} /> },
    { key: 'what', header: t('log.what'), cell: (c) => <Sentence change={c} /> },
    { key: 'record', header: t('log.about'), cell: (c) => <Record change={c} alone={row === c.row_id} /> },
  ];
  return (
    <>
      <FilterBar active={active} onClear={clear}>
        <FilterSelect
          label={t('log.what')}
          value={table}
          options={tables.map((x) => ({ value: x, label: t(`log.table.${x}`) }))}
          onChange={(next) => onSearch({ table: next })}
        />
        <WhoAndWhen search={search} onSearch={onSearch} />
        {row && (
          <FilterCheck label={t('log.oneRecord')} value onChange={() => onSearch({ row: undefined })} />
        )}
      </FilterBar>
      <DataList
        label={t('log.changes')}
        query={query}
        columns={columns}
        rowKey={(c) => c.id}
        card={(c) => (
          <>
            <Sentence change={c} />
            <span className="log-line">
              <Who by={c} />
              <When at={c.at} as="short" />
            </span>
            <Record change={c} alone={row === c.row_id} />
          </>
        )}
        empty={
          active > 0 ? (
            <EmptyState title={t('log.noneFound')} hint={t('log.noneFoundHint')} />
          ) : (
            <EmptyState title={t('log.none')} hint={t('log.noneHint')} />
          )
        }
      />
    </>
  );
}

function Sentence({ change }: { change: Change }) {
  const t = useT();
  return <span className="log-sentence">{changeSentence(t, useLocale(), change)}</span>;
}

/** Pages of records and what one must be allowed to open them. */
const readable: Partial<Record<string, Permission>> = {
  units: 'units:read',
  residents: 'residents:read',
  tenancies: 'tenancies:read',
  incidents: 'incidents:read',
};

function Record({ change, alone }: { change: Change; alone: boolean }) {
  const t = useT();
  const session = useSession();
  const needs = readable[change.table_name];
  const path = needs && may(session, needs) ? pathTo(change.table_name, change.row_id) : undefined;
  const name = thing(change.table_name);
  return (
    <span className="log-links">
      {path && (
        <PathLink path={path}>
          {t('log.open')}
          <span className="sr-only"> {name}</span>
        </PathLink>
      )}
      {!alone && (
        <Link
          to="."
          search={((old: LogSearch) => ({ ...old, table: undefined, row: change.row_id })) as never}
          className="ds-link"
        >
          {t('log.same')}
          <span className="sr-only">: {name}</span>
        </Link>
      )}
    </span>
  );
}
