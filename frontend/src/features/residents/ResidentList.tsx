import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { colleagues, fitting } from '@/shared/people/colleagues';
import { useLanguages } from '@/shared/people/languages';
import { countSet } from '@/shared/routing/search';
import { useSession, useSite } from '@/shared/session/session';
import { type Column, DataList } from '@/shared/ui/DataList';
import { FilterBar, FilterSelect } from '@/shared/ui/FilterBar';
import { EmptyState } from '@/shared/ui/states';
import { StatusTag } from '@/shared/ui/Tag';
import { When } from '@/shared/ui/When';
import { ResidentStatusWord } from '@/shared/words/tags';
import { helperKinds, keysOf, residentStatuses } from '@/shared/words/values';
import { useAge } from './age';
import { Faces } from './helpers/Faces';
import { NameCell } from './Names';
import { type ListedResident, residents } from './queries';
import { type ResidentSearch, residentFilters } from './residentSearch';
import { useT } from './texts';
import './residents.css';

interface Props {
  search: ResidentSearch;
  onSearch: (change: Partial<ResidentSearch>) => void;
  /** What to offer where there is nobody yet. */
  empty?: ReactNode;
}
export function ResidentList({ search, onSearch, empty }: Props) {
  const t = useT();
  const { chosen } = useSite();
  const sort = search.sort ?? 'name';
  const query = useInfiniteQuery(
    residents({
      site_id: chosen?.id,
      status: search.status,
      language: search.language,
      helper_user_id: search.helper,
      unassigned: search.missing,
      sort,
    }),
  );
  const active = countSet(search, residentFilters);
  const clear = () =>
    onSearch({ status: undefined, language: undefined, helper: undefined, missing: undefined });
  return (
    <>
      <Filters search={search} onSearch={onSearch} active={active} onClear={clear} />
      <DataList
        label={t('residents.list')}
        query={query}
        columns={useColumns()}
        rowKey={(r) => r.id}
        card={(r) => <Card person={r} />}
        sort={sort}
        onSort={(next) => {
          // upwards by name only: the server has no other way
          const found = (['name', 'settled_on', '-settled_on'] as const).find((s) => s === next);
          onSearch({ sort: found === 'name' ? undefined : found });
        }}
        empty={
          active > 0 ? (
            <EmptyState title={t('residents.noneFound')} hint={t('residents.noneFoundHint')} />
          ) : (
            <EmptyState title={t('residents.none')} hint={t('residents.noneHint')} action={empty} />
          )
        }
      />
    </>
  );
}

interface FilterProps extends Props {
  active: number;
  onClear: () => void;
}
function Filters({ search, onSearch, active, onClear }: FilterProps) {
  const t = useT();
  const { actor_id } = useSession();
  const languages = useLanguages();
  const staff = useQuery(colleagues).data?.items ?? [];
  const helpers = helperKinds.flatMap((kind) =>
    fitting(staff, kind).map((c) => ({
      value: c.id,
      label: c.id === actor_id ? t('residents.me', { name: c.name }) : `${c.name} – ${t(`helper.${kind}`)}`,
    })),
  );
  const mineFirst = [...helpers].sort((a, b) => Number(b.value === actor_id) - Number(a.value === actor_id));
  return (
    <FilterBar active={active} onClear={onClear}>
      <FilterSelect
        label={t('residents.status')}
        value={search.status}
        options={keysOf(residentStatuses).map((s) => ({ value: s, label: t(`resident.status.${s}`) }))}
        onChange={(status) => onSearch({ status })}
      />
      <FilterSelect
        label={t('residents.language')}
        value={search.language}
        options={languages.items.map((l) => ({ value: l.code, label: languages.name(l.code) }))}
        onChange={(language) => onSearch({ language })}
      />
      <FilterSelect
        label={t('residents.helper')}
        value={search.helper}
        options={mineFirst}
        onChange={(helper) => onSearch({ helper })}
      />
      <FilterSelect
        label={t('residents.missing')}
        value={search.missing}
        options={helperKinds.map((k) => ({ value: k, label: t(`helper.${k}`) }))}
        onChange={(missing) => onSearch({ missing })}
      />
    </FilterBar>
  );
}

function useColumns(): Column<ListedResident>[] {
  const t = useT();
  const age = useAge();
  return [
    { key: 'name', header: t('resident.name'), sort: 'name', cell: (r) => <NameCell person={r} /> },
    { key: 'unit', header: t('resident.unit'), figures: true, cell: (r) => r.unit?.label ?? '–' },
    { key: 'interpreter', header: t('resident.interpreter'), cell: (r) => <Interpreter person={r} /> },
    { key: 'age', header: t('resident.age'), figures: true, cell: age },
    {
      key: 'helpers',
      header: t('helpers.title'),
      cell: (r) => r.status !== 'moved_out' && <Faces helpers={r.helpers} />,
    },
    {
      key: 'status',
      header: t('residents.status'),
      cell: (r) => (
        <span className="row tight">
          <ResidentStatusWord status={r.status} />
          {r.protected && <StatusTag tone="danger">{t('protection.short')}</StatusTag>}
        </span>
      ),
    },
    {
      key: 'settled',
      header: t('resident.settledOn'),
      sort: 'settled_on',
      figures: true,
      cell: (r) => (r.settled_on ? <When at={r.settled_on} as="day" /> : '–'),
    },
  ];
}

function Interpreter({ person }: { person: ListedResident }) {
  const { name } = useLanguages();
  return <>{person.interpreter_languages.map(name).join(', ') || '–'}</>;
}

function Card({ person }: { person: ListedResident }) {
  const t = useT();
  const age = useAge();
  const { name } = useLanguages();
  const interpreter = person.interpreter_languages.map(name).join(', ');
  return (
    <>
      <span className="card-head">
        <span>
          <NameCell person={person} />
        </span>
        <span className="figures">{person.unit?.label}</span>
      </span>
      <span className="card-line">
        <ResidentStatusWord status={person.status} />
        {person.protected && <StatusTag tone="danger">{t('protection.short')}</StatusTag>}
        {interpreter && <span>{t('resident.interpreterIn', { languages: interpreter })}</span>}
        <span className="muted">{age(person)}</span>
      </span>
      {person.status !== 'moved_out' && <Faces helpers={person.helpers} />}
    </>
  );
}
