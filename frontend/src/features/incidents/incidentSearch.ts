import * as z from 'zod/mini';
import { dayValue, idValue, oneOf } from '@/shared/routing/search';
import { type IncidentStatus, incidentCategories, keysOf, severities } from '@/shared/words/values';
import type { IncidentFilter } from './queries';

export const openStatuses = ['new', 'in_progress', 'waiting'] as const satisfies readonly IncidentStatus[];
export const endedStatuses = ['resolved', 'closed'] as const satisfies readonly IncidentStatus[];
export const services = ['district', 'landlord', 'nav'] as const;
export const sorts = ['severity', 'newest', 'oldest', 'due'] as const;

/** What the address of the list holds. */
export const incidentSearch = z.object({
  tab: oneOf(['mine', 'closed']),
  view: oneOf(['board']),
  status: oneOf([...openStatuses, ...endedStatuses]),
  severity: oneOf(keysOf(severities)),
  category: oneOf(incidentCategories),
  responsible: oneOf(services),
  unit: idValue(),
  from: dayValue(),
  to: dayValue(),
  sort: oneOf(sorts),
});
export type IncidentSearch = z.infer<typeof incidentSearch>;
export const incidentFilters = [
  'status',
  'severity',
  'category',
  'responsible',
  'unit',
  'from',
  'to',
] as const;
export const noFilters = Object.fromEntries(
  incidentFilters.map((f) => [f, undefined]),
) as Partial<IncidentSearch>;

export const statusesOf = (tab: IncidentSearch['tab']): readonly IncidentStatus[] =>
  tab === 'closed' ? endedStatuses : openStatuses;
/** The gravest first while they are open; the latest first once they are closed. */
export const sortOf = ({ tab, sort }: IncidentSearch) => sort ?? (tab === 'closed' ? 'newest' : 'severity');

export function filterOf(search: IncidentSearch, site_id: string | undefined): IncidentFilter {
  const status = statusesOf(search.tab).find((s) => s === search.status);
  return {
    open: search.tab !== 'closed',
    assigned_to: search.tab === 'mine' ? 'me' : undefined,
    status: status && [status],
    severity: search.severity && [search.severity],
    category: search.category && [search.category],
    responsible: search.responsible,
    unit_id: search.unit,
    site_id,
    from_day: search.from,
    to_day: search.to,
    sort: sortOf(search),
  };
}
