import * as z from 'zod/mini';
import { oneOf, words } from '@/shared/routing/search';
import type { Tone } from '@/shared/ui/Tag';
import type { AccountState } from './queries';

export const accountStates = {
  active: 'success',
  invited: 'info',
  stale: 'warning',
  locked: 'danger',
  ended: 'neutral',
} as const satisfies Record<AccountState, Tone>;

export const accountSearch = z.object({
  q: words(),
  state: oneOf(['active', 'invited', 'stale', 'locked', 'ended']),
});
export type AccountSearch = z.infer<typeof accountSearch>;
