import type { Pick } from '@/shared/forms/PickField';
import type { Unit } from './queries';
import { useT } from './texts';

/** What somebody types at a door: «205», «h0205», «vaske»; of one site, or of all for ''. */
export function matching(units: readonly Unit[], q: string, site: string): Unit[] {
  const wanted = q.trim().toLocaleLowerCase('nb');
  const here = units.filter((u) => !site || u.site_id === site);
  const begins = here.filter((u) => u.label.toLocaleLowerCase('nb').startsWith(wanted));
  const holds = here.filter(
    (u) =>
      !begins.includes(u) &&
      [u.label, u.dwelling_number ?? ''].some((x) => x.toLocaleLowerCase('nb').includes(wanted)),
  );
  return [...begins, ...holds];
}

/** A unit as `PickField` shows it. */
export function useUnitPick() {
  const t = useT();
  return (u: Unit): Pick => ({
    id: u.id,
    label: u.label,
    detail: u.use
      ? t('report.unitDetail', { use: t(`unit.use.${u.use}`), floor: u.floor })
      : t('report.floor', { floor: u.floor }),
  });
}
