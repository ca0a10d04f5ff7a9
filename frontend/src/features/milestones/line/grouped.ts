import { isoDay } from '@/shared/format/dates';
import type { Milestone } from '../queries';

/** The steps by what can be done with them today. */
export function grouped(items: readonly Milestone[]) {
  const waits = (x: Milestone) =>
    x.status === 'waiting_external' || x.blocked_by.length > 0 || x.since > isoDay();
  const open = items.filter((x) => x.status !== 'done' && x.status !== 'not_applicable');
  return {
    now: open.filter((x) => !waits(x)),
    waiting: open.filter(waits),
    done: items.filter((x) => x.status === 'done'),
    never: items.filter((x) => x.status === 'not_applicable'),
  };
}
