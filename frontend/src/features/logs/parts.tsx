import { useQuery } from '@tanstack/react-query';
import { joined } from '@/shared/format/joined';
import { textOf } from '@/shared/i18n';
import { colleagues } from '@/shared/people/colleagues';
import { useMay } from '@/shared/session/session';
import { FilterDay, FilterSelect } from '@/shared/ui/FilterBar';
import type { LogSearch } from './logSearch';
import { useT } from './texts';

interface Did {
  actor: string | null;
  role: string;
  organisation?: string | null;
}
/** The one who did it, as what; the service itself has no name. */
export function Who({ by }: { by: Did }) {
  const t = useT();
  return (
    <span className="log-who">
      <bdi>{by.actor ?? t('log.system')}</bdi>
      {by.actor && <span className="muted">{joined(textOf(`role.${by.role}`), by.organisation)}</span>}
    </span>
  );
}

interface Props {
  search: LogSearch;
  onSearch: (change: Partial<LogSearch>) => void;
}
/** Who and since when: the same for both logs. */
export function WhoAndWhen({ search, onSearch }: Props) {
  const t = useT();
  const mayColleagues = useMay('colleagues:read');
  const found = useQuery({ ...colleagues, enabled: mayColleagues }).data?.items ?? [];
  // one person with two roles stands in the list of colleagues twice
  const people = [...new Map(found.map((c) => [c.id, c])).values()].sort((a, b) =>
    a.name.localeCompare(b.name, 'nb'),
  );
  return (
    <>
      {mayColleagues && (
        <FilterSelect
          label={t('log.who')}
          value={search.actor}
          options={people.map((c) => ({ value: c.id, label: c.name }))}
          onChange={(actor) => onSearch({ actor })}
        />
      )}
      <FilterDay label={t('log.from')} value={search.from} onChange={(from) => onSearch({ from })} />
    </>
  );
}
