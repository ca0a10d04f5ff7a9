import { type Accessibility, accessibilities, type UnitState, type UnitUse } from '@/shared/words/values';
import { type BuildingSearch, type Mark, noFilters } from '../buildingSearch';
import type { Cell, House } from '../queries';

export type Filters = Pick<BuildingSearch, keyof typeof noFilters>;

function isMarked(cell: Cell, mark: Mark): boolean {
  if (mark === 'mine') return cell.needs_me;
  return mark === 'blocked' ? isBlocked(cell) : cell.worst_severity === mark;
}

export const isBlocked = (c: Cell): boolean => c.blocked_reason !== null || c.state === 'out_of_use';

export function matches(cell: Cell, floor: number, f: Filters): boolean {
  return (
    (!f.state || cell.state === f.state) &&
    (!f.use || cell.use === f.use) &&
    (!f.accessibility || cell.accessibility.includes(f.accessibility)) &&
    (f.floor === undefined || floor === f.floor) &&
    (!f.mark || isMarked(cell, f.mark))
  );
}

/** What one press in the legend filters by. A state is asked of dwellings: the laundry is always «ready». */
export const byState = (state: UnitState): Filters => ({ ...noFilters, state, use: 'dwelling' });
export const byUse = (use: UnitUse): Filters => ({ ...noFilters, use });
export const byMark = (mark: Mark): Filters => ({ ...noFilters, mark });
export const byFeature = (accessibility: Accessibility): Filters => ({ ...noFilters, accessibility });

const keys = Object.keys(noFilters) as (keyof Filters)[];
export const sameFilters = (a: Filters, b: Filters): boolean => keys.every((k) => a[k] === b[k]);

export interface Placed {
  cell: Cell;
  floor: number;
}
export const placed = (houses: readonly House[]): Placed[] =>
  houses.flatMap((h) => h.floors.flatMap((f) => f.cells.map((cell) => ({ cell, floor: f.floor }))));

export const count = (all: readonly Placed[], f: Filters): number =>
  all.filter((p) => matches(p.cell, p.floor, f)).length;

/** What every dwelling of the house has is told once; only what sets a unit apart is marked in its cell. */
export function sharedFeatures(h: House): Accessibility[] {
  const dwellings = placed([h])
    .map((p) => p.cell)
    .filter((c) => c.use === 'dwelling');
  return dwellings.length < 2
    ? []
    : accessibilities.filter((a) => dwellings.every((c) => c.accessibility.includes(a)));
}
/** The same for several sites: only what holds in each. */
export const everywhereShared = (houses: readonly House[]): Accessibility[] =>
  accessibilities.filter((a) => houses.length > 0 && houses.every((h) => sharedFeatures(h).includes(a)));
export const ownFeatures = (
  unit: Pick<Cell, 'accessibility'>,
  shared: readonly Accessibility[],
): Accessibility[] => accessibilities.filter((a) => unit.accessibility.includes(a) && !shared.includes(a));
