import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { day, readDay } from '@/shared/format/dates';
import { countSet } from '@/shared/routing/search';
import { FilterBar, FilterSelect } from '@/shared/ui/FilterBar';
import { incidentCategories, keysOf, severities } from '@/shared/words/values';
import {
  type IncidentSearch,
  incidentFilters,
  noFilters,
  services,
  sortOf,
  sorts,
  statusesOf,
} from '../incidentSearch';
import { allUnits } from '../queries';
import { useT } from '../texts';

interface Props {
  search: IncidentSearch;
  onSearch: (change: Partial<IncidentSearch>) => void;
  siteId?: string;
}
export function Filters({ search, onSearch, siteId }: Props) {
  const t = useT();
  const board = search.view === 'board';
  const units = useQuery(allUnits).data?.filter((u) => !siteId || u.site_id === siteId) ?? [];
  const active = countSet(search, board ? incidentFilters.filter((f) => f !== 'status') : incidentFilters);
  return (
    <FilterBar active={active} onClear={() => onSearch(noFilters)}>
      {!board && (
        <FilterSelect
          label={t('incident.status')}
          value={statusesOf(search.tab).find((s) => s === search.status)}
          options={statusesOf(search.tab).map((s) => ({ value: s, label: t(`status.${s}`) }))}
          onChange={(status) => onSearch({ status })}
        />
      )}
      <FilterSelect
        label={t('incident.severity')}
        value={search.severity}
        options={keysOf(severities).map((s) => ({ value: s, label: t(`severity.${s}`) }))}
        onChange={(severity) => onSearch({ severity })}
      />
      <FilterSelect
        label={t('incident.category')}
        value={search.category}
        options={incidentCategories.map((c) => ({ value: c, label: t(`category.${c}`) }))}
        onChange={(category) => onSearch({ category })}
      />
      <FilterSelect
        label={t('incident.responsible')}
        value={search.responsible}
        options={services.map((s) => ({ value: s, label: t(`audience.${s}`) }))}
        onChange={(responsible) => onSearch({ responsible })}
      />
      <FilterSelect
        label={t('incident.unit')}
        value={search.unit}
        options={units.map((u) => ({ value: u.id, label: u.label }))}
        onChange={(unit) => onSearch({ unit })}
      />
      <FilterDay label={t('incidents.from')} value={search.from} onChange={(from) => onSearch({ from })} />
      <FilterDay label={t('incidents.to')} value={search.to} onChange={(to) => onSearch({ to })} />
      {!board && (
        <select
          className="ds-input filter-select inc-sort"
          data-width="auto"
          aria-label={t('incidents.sort')}
          value={sortOf(search)}
          onChange={(e) => onSearch({ sort: sorts.find((s) => s === e.target.value) })}
        >
          {sorts.map((s) => (
            <option key={s} value={s}>
              {t(`incidents.sort.${s}`)}
            </option>
          ))}
        </select>
      )}
    </FilterBar>
  );
}

interface DayProps {
  label: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}
/** A day as people type it; taken over when it is one, and thrown away on leaving when it is none. */
function FilterDay({ label, value, onChange }: DayProps) {
  const shown = value ? day(value) : '';
  const [text, setText] = useState(shown);
  const [last, setLast] = useState(shown);
  // the address changed from outside, not by what is being typed
  if (shown !== last) {
    setLast(shown);
    setText(shown);
  }
  const take = (typed: string) => {
    const iso = readDay(typed);
    if (iso !== value && (iso || typed.trim() === '')) onChange(iso);
  };
  return (
    <input
      className="ds-input filter-day"
      type="text"
      inputMode="numeric"
      autoComplete="off"
      dir="ltr"
      size={14}
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(e) => {
        setText(e.target.value);
        if (/^\d{1,2}\.\d{1,2}\.\d{4}$/.test(e.target.value)) take(e.target.value);
      }}
      onKeyDown={(e) => e.key === 'Enter' && take(text)}
      onBlur={() => {
        take(text);
        if (!readDay(text)) setText(shown);
      }}
    />
  );
}
