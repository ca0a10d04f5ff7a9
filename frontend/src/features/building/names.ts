import type { UnitUse } from '@/shared/words/values';
import type { Cell } from './queries';
import type { T } from './texts';

interface Named {
  label: string;
  use: UnitUse | null;
}
/** «Leilighet 305»; a room that is called by a word («Vaskerom») needs no more. */
export const unitName = (t: T, { label, use }: Named): string =>
  use && /^\d/.test(label) ? `${t(`unit.use.${use}`)} ${label}` : label;

/** The same in the middle of a sentence: «leilighet 305». */
export const unitWithin = (t: T, unit: Named): string => {
  const name = unitName(t, unit);
  return name === unit.label ? name : `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
};

export const floorName = (t: T, floor: number): string =>
  floor > 0 ? t('house.floor', { floor }) : t('house.below', { floor: 1 - floor });

export const isDwelling = ({ use }: Named): boolean => use === 'dwelling' || use === null;

export function incidentText(t: T, cell: Cell): string {
  const open = t('house.open', { count: cell.open_incidents });
  return cell.worst_severity
    ? `${open}, ${t('house.worst', { severity: t(`severity.${cell.worst_severity}`).toLowerCase() })}`
    : open;
}
