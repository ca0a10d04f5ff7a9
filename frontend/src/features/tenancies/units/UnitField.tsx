import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { joined } from '@/shared/format/joined';
import { RadioCards } from '@/shared/forms/fields';
import { useSession, useSite } from '@/shared/session/session';
import { FilterSelect } from '@/shared/ui/FilterBar';
import { EmptyState, ErrorState, LoadingState } from '@/shared/ui/states';
import { UnitStateWord } from '@/shared/words/tags';
import { accessibilities } from '@/shared/words/values';
import { useT } from '../texts';
import { freeUnits, type Unit, unit } from './queries';

interface Props {
  name: string;
  /** How many will live there. */
  size: number;
  /** The flat they leave. */
  not?: string;
}
/** Choose among the free flats; on a phone one under the other with large targets. */
export function UnitField({ name, size, not }: Props) {
  const t = useT();
  const { chosen: site } = useSite();
  const query = useQuery(freeUnits(site?.id));
  const [floor, setFloor] = useState<string>();
  const [need, setNeed] = useState<(typeof accessibilities)[number]>();
  const value: unknown = useWatch({ name });
  const named = useNamed(query.data, typeof value === 'string' ? value : '');
  if (query.isPending) return <LoadingState lines={4} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;

  const all = query.data.filter((u) => u.id !== not);
  const fitting = all.filter((u) => u.capacity >= size);
  const shown = fitting.filter(
    (u) => (!floor || String(u.floor) === floor) && (!need || u.accessibility.includes(need)),
  );
  const floors = [...new Set(fitting.map((u) => u.floor))].sort((a, b) => a - b);
  // what was chosen before, or came with the link, stays in sight even when it is no longer free
  const list = named && !shown.some((u) => u.id === named.id) ? [named, ...shown] : shown;
  return (
    <div className="stack units">
      {fitting.length > 6 && (
        <div className="row">
          <FilterSelect
            label={t('units.floor')}
            value={floor}
            options={floors.map((f) => ({ value: String(f), label: t('units.onFloor', { floor: f }) }))}
            onChange={setFloor}
          />
          <FilterSelect
            label={t('units.access')}
            value={need}
            options={accessibilities.map((a) => ({ value: a, label: t(`accessibility.${a}`) }))}
            onChange={setNeed}
          />
        </div>
      )}
      {list.length === 0 ? (
        <EmptyState title={t('units.none')} hint={t('units.noneHint')} />
      ) : (
        <RadioCards
          name={name}
          label={t('units.choose')}
          options={list.map((u) => ({
            value: u.id,
            label: u.label,
            icon: <UnitStateWord state={u.state} />,
            hint: <UnitFacts unit={u} />,
          }))}
        />
      )}
      {all.length > fitting.length && (
        <p className="muted flush">{t('units.tooSmall', { count: all.length - fitting.length, size })}</p>
      )}
    </div>
  );
}

/** The chosen flat where the list of free ones does not hold it. */
function useNamed(free: readonly Unit[] | undefined, id: string): Unit | undefined {
  const known = free?.find((u) => u.id === id);
  const asked = useQuery({ ...unit(id), enabled: !!id && !!free && !known });
  return known ?? (id ? asked.data : undefined);
}

function UnitFacts({ unit: u }: { unit: Unit }) {
  const t = useT();
  const { sites } = useSession();
  return (
    <>
      {joined(
        t('units.onFloor', { floor: u.floor }),
        t('units.places', { count: u.capacity }),
        ...u.accessibility.map((a) => t(`accessibility.${a}`)),
        sites.length > 1 ? sites.find((s) => s.id === u.site_id)?.name : undefined,
      )}
    </>
  );
}
