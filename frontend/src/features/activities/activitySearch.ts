import * as z from 'zod/mini';
import { isoDay } from '@/shared/format/dates';
import { dayValue, flag, oneOf } from '@/shared/routing/search';
import { activityStatuses, keysOf } from '@/shared/words/values';
import type { ActivityFilter } from './queries';
import { addDays, mondayOf } from './weeks';

/** What the address of the plan holds. */
export const activitySearch = z.object({
  tab: oneOf(['past', 'all']),
  status: oneOf(keysOf(activityStatuses)),
  mine: flag(),
  from: dayValue(),
  to: dayValue(),
});
export type ActivitySearch = z.infer<typeof activitySearch>;
export const activityFilters = ['status', 'mine', 'from', 'to'] as const;
export const noFilters = Object.fromEntries(
  activityFilters.map((f) => [f, undefined]),
) as Partial<ActivitySearch>;

/** From this week on; what has been is read backwards. */
export function filterOf(search: ActivitySearch, site_id: string | undefined): ActivityFilter {
  const monday = mondayOf(isoDay());
  return {
    site_id,
    status: search.status && [search.status],
    responsible: search.mine && 'me',
    from_day: search.from ?? (search.tab === undefined ? monday : undefined),
    to_day: search.to ?? (search.tab === 'past' ? addDays(monday, -1) : undefined),
    sort: search.tab === 'past' ? 'latest' : 'soonest',
  };
}
