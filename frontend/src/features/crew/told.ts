import { clock } from '@/shared/format/dates';
import type { Assignment, DayHours, Member, Week } from './queries';
import type { T } from './texts';

export type WorkState = 'planned' | 'done' | 'signed';
export const stateOf = (work: Assignment): WorkState =>
  work.signed_at ? 'signed' : work.done_at ? 'done' : 'planned';
export const tones = { planned: 'neutral', done: 'info', signed: 'success' } as const;

export const what = (t: T, work: Assignment): string =>
  t('crew.what', { unit: work.label, room: work.room ?? t('crew.wholeUnit') });

export function duration(t: T, minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return rest ? t('crew.hm', { hours, minutes: rest }) : t('crew.h', { hours });
}
export const hoursOn = (all: readonly DayHours[], member: Member, day: string) =>
  all.find((one) => one.member_id === member.id && one.day === day);
export const told = (t: T, hours: DayHours | undefined): string =>
  hours ? (hours.starts ? duration(t, hours.minutes) : t('crew.away')) : t('crew.noHours');

/** `08:00:00` as people write it. */
export const asClock = (time: string | null | undefined): string => time?.slice(0, 5).replace(':', '.') ?? '';

const STEP = 5 * 60_000;
/** Now, to five minutes: nobody goes home at 15.32. */
export const roundedNow = (now: Date = new Date()): string =>
  clock(new Date(Math.round(now.getTime() / STEP) * STEP));

/** Those on which something is, or ought to be: a free Sunday takes no place. */
export const daysOf = (week: Week): string[] => {
  const used = new Set([...week.working_days, ...week.assignments.map((work) => work.day)]);
  for (const hours of week.hours) used.add(hours.day);
  return week.days.filter((day) => used.has(day));
};
