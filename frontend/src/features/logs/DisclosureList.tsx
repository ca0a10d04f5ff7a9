import { useInfiniteQuery } from '@tanstack/react-query';
import { countSet } from '@/shared/routing/search';
import { type Column, DataList } from '@/shared/ui/DataList';
import { FilterBar, FilterSelect } from '@/shared/ui/FilterBar';
import { EmptyState } from '@/shared/ui/states';
import { When } from '@/shared/ui/When';
import { disclosureFilters, type LogSearch, pages } from './logSearch';
import { Who, WhoAndWhen } from './parts';
import { type Disclosure, disclosures } from './queries';
import { disclosureSentence, purposeOf } from './sentences';
import { useT } from './texts';

interface Props {
  search: LogSearch;
  onSearch: (change: Partial<LogSearch>) => void;
}
export function DisclosureList({ search, onSearch }: Props) {
  const t = useT();
  const { page, actor, from } = search;
  const query = useInfiniteQuery(disclosures({ page, actor_id: actor, from_day: from }));
  const active = countSet(search, disclosureFilters);
  const clear = () => onSearch({ page: undefined, actor: undefined, from: undefined });
  const columns: Column<Disclosure>[] = [
    { key: 'at', header: t('log.when'), figures: true, cell: (d) => <When at={d.at} as="short" /> },
    { key: 'who', header: t('log.who'), cell: (d) => <Who by={d} /> },
    { key: 'what', header: t('log.seen'), cell: (d) => disclosureSentence(t, d) },
    { key: 'why', header: t('log.purpose'), cell: (d) => <Purpose of={d} /> },
  ];
  return (
    <>
      <FilterBar active={active} onClear={clear}>
        <FilterSelect
          label={t('log.seen')}
          value={page}
          options={pages.map((x) => ({ value: x, label: t(`log.page.${x}`) }))}
          onChange={(next) => onSearch({ page: next })}
        />
        <WhoAndWhen search={search} onSearch={onSearch} />
      </FilterBar>
      <DataList
        label={t('log.looks')}
        query={query}
        columns={columns}
        rowKey={(d) => d.id}
        card={(d) => (
          <>
            <span className="log-sentence">{disclosureSentence(t, d)}</span>
            {d.purpose && <Purpose of={d} />}
            <span className="log-line">
              <Who by={d} />
              <When at={d.at} as="short" />
            </span>
          </>
        )}
        empty={
          active > 0 ? (
            <EmptyState title={t('log.noneFound')} hint={t('log.noneFoundHint')} />
          ) : (
            <EmptyState title={t('log.noLooks')} hint={t('log.noLooksHint')} />
          )
        }
      />
    </>
  );
}

function Purpose({ of }: { of: Disclosure }) {
  const { reason, note } = purposeOf(of);
  if (!reason && !note) return <>–</>;
  return (
    <span>
      {reason}
      {reason && note && ': '}
      {note && <bdi>{note}</bdi>}
    </span>
  );
}
