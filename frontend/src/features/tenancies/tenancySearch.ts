import * as z from 'zod/mini';
import { oneOf } from '@/shared/routing/search';
import { keysOf, tenancyStates } from '@/shared/words/values';

export const tenancySearch = z.object({
  state: oneOf(keysOf(tenancyStates)),
  sort: oneOf(['-from_day', 'from_day', 'unit']),
});
export type TenancySearch = z.infer<typeof tenancySearch>;
