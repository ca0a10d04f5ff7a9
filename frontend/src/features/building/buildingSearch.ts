import * as z from 'zod/mini';
import { oneOf } from '@/shared/routing/search';
import { accessibilities, keysOf, unitStates, unitUses } from '@/shared/words/values';

/** Marks of the drawing that the list cannot filter by. */
export const marks = ['mine', 'acute', 'serious', 'medium', 'low', 'blocked'] as const;
export type Mark = (typeof marks)[number];

/** What the address of Bygget holds; the drawing and the list share all but `mark` and `sort`. */
export const buildingSearch = z.object({
  view: oneOf(['list']),
  state: oneOf(keysOf(unitStates)),
  use: oneOf(unitUses),
  accessibility: oneOf(accessibilities),
  floor: z.catch(z.optional(z.int().check(z.gte(-5), z.lte(60))), undefined),
  mark: oneOf(marks),
  sort: oneOf(['label', 'floor']),
});
export type BuildingSearch = z.infer<typeof buildingSearch>;
export const buildingFilters = ['state', 'use', 'accessibility', 'floor', 'mark'] as const;
export const noFilters = {
  state: undefined,
  use: undefined,
  accessibility: undefined,
  floor: undefined,
  mark: undefined,
} satisfies Partial<BuildingSearch>;
