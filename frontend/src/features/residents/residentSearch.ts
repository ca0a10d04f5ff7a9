import * as z from 'zod/mini';
import { idValue, oneOf, words } from '@/shared/routing/search';
import { helperKinds, keysOf, residentStatuses } from '@/shared/words/values';

/** What the address of the list holds. */
export const residentSearch = z.object({
  status: oneOf(keysOf(residentStatuses)),
  language: words(12),
  helper: idValue(),
  missing: oneOf(helperKinds),
  sort: oneOf(['name', 'settled_on', '-settled_on']),
});
export type ResidentSearch = z.infer<typeof residentSearch>;
export const residentFilters = ['status', 'language', 'helper', 'missing'] as const;
