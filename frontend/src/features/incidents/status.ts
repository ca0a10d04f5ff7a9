import type { IncidentStatus } from '@/shared/words/values';
import { type Incident, type ListedIncident } from './queries';

/** Where a case can go from where it is; the server holds the same table and says no to anything else. */
export const reachable: Record<IncidentStatus, readonly IncidentStatus[]> = {
  new: ['in_progress', 'waiting', 'resolved', 'closed'],
  in_progress: ['waiting', 'resolved', 'closed'],
  waiting: ['in_progress', 'resolved', 'closed'],
  resolved: ['in_progress', 'closed'],
  closed: ['in_progress'],
};
const ended = (status: IncidentStatus) => status === 'resolved' || status === 'closed';
/** Opening again what was done needs a reason. */
export const reopens = (from: IncidentStatus, to: IncidentStatus): boolean => ended(from) && !ended(to);

export type Step = 'take' | 'resolve' | 'close';
/** The one thing that most often comes next. */
export function nextStep({ status, assignee, responsible }: Incident, audience: string): Step | undefined {
  if (status === 'closed') return undefined;
  if (status === 'resolved') return 'close';
  const ours = responsible === audience;
  return !assignee && ours ? 'take' : 'resolve';
}
export const isOverdue = (
  { due_on, status }: Pick<ListedIncident, 'due_on' | 'status'>,
  today: string,
): boolean => !!due_on && due_on < today && !ended(status);
