import * as z from 'zod/mini';
import { isoDay } from '@/shared/format/dates';
import { dayValue, flag, idValue, oneOf } from '@/shared/routing/search';
import { kinds, services } from './kinds';
import type { ActionFilter, MeetingFilter } from './queries';

/** What the address of the list holds. */
export const meetingSearch = z.object({
  tab: oneOf(['past']),
  kind: oneOf(kinds),
  series: idValue(),
  from: dayValue(),
  to: dayValue(),
  mine: flag(),
  draft: flag(),
});
export type MeetingSearch = z.infer<typeof meetingSearch>;
export const meetingFilters = ['kind', 'series', 'from', 'to', 'mine', 'draft'] as const;
export const noFilters = Object.fromEntries(
  meetingFilters.map((f) => [f, undefined]),
) as Partial<MeetingSearch>;

/** From today on with the next first; what has been, with the latest first. */
export function filterOf(search: MeetingSearch, site_id: string | undefined): MeetingFilter {
  const past = search.tab === 'past';
  return {
    kind: search.kind,
    series_id: search.series,
    site_id,
    from_day: search.from ?? (past ? undefined : isoDay()),
    to_day: search.to ?? (past ? isoDay() : undefined),
    mine: search.mine,
    minutes: search.draft && 'draft',
    latest_first: past,
  };
}

export const actionSearch = z.object({
  whose: oneOf(['all']),
  organisation: oneOf(services),
  status: oneOf(['done', 'dropped', 'overdue']),
});
export type ActionSearch = z.infer<typeof actionSearch>;
export const actionFilters = ['organisation', 'status'] as const;

export function actionsOf({ whose, organisation, status }: ActionSearch): ActionFilter {
  return {
    owner: whose === 'all' ? undefined : 'me',
    organisation,
    status: status === 'done' || status === 'dropped' ? status : 'open',
    overdue: status === 'overdue' || undefined,
  };
}

export const questionSearch = z.object({ answered: flag(), organisation: oneOf(services) });
export type QuestionSearch = z.infer<typeof questionSearch>;
