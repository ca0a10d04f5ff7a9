import * as z from 'zod/mini';
import { flag, oneOf, words } from '@/shared/routing/search';
import { keysOf } from '@/shared/words/values';
import { milestoneStatuses, movers } from '../vocabulary';

/** What the address of the house's page holds. */
export const waitingSearch = z.object({
  code: words(40),
  mover: oneOf(movers),
  status: oneOf(keysOf(milestoneStatuses)),
  overdue: flag(),
  still: flag(),
  all: flag(),
  mine: flag(),
});
export type WaitingSearch = z.infer<typeof waitingSearch>;
export const waitingFilters = ['code', 'mover', 'status', 'overdue', 'still', 'all', 'mine'] as const;
