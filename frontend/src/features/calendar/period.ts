import { isoDay } from '@/shared/format/dates';

export type View = 'week' | 'month';
export interface Period {
  first: string;
  last: string;
  days: readonly string[];
}

const noon = (day: string) => new Date(`${day}T12:00:00Z`);

export function addDays(day: string, days: number): string {
  const date = noon(day);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Monday is 1. */
export const weekday = (day: string): number => noon(day).getUTCDay() || 7;

const from = (first: string, count: number): Period => {
  const days = Array.from({ length: count }, (_, i) => addDays(first, i));
  return { first, last: days[count - 1] ?? first, days };
};

/** The ISO week of a day, or the whole weeks that its month touches. */
export function periodOf(view: View, day: string): Period {
  const monday = (x: string) => addDays(x, 1 - weekday(x));
  if (view === 'week') return from(monday(day), 7);
  const firstOfMonth = `${day.slice(0, 8)}01`;
  const next = addDays(firstOfMonth, 31);
  const lastOfMonth = addDays(`${next.slice(0, 8)}01`, -1);
  const first = monday(firstOfMonth);
  const end = addDays(lastOfMonth, 7 - weekday(lastOfMonth));
  return from(first, Math.round((noon(end).getTime() - noon(first).getTime()) / 86_400_000) + 1);
}

/** The same day a week on, or the first of the month next to it. */
export function step(view: View, day: string, by: 1 | -1): string {
  if (view === 'week') return addDays(day, 7 * by);
  const first = `${day.slice(0, 8)}01`;
  return `${addDays(first, by === 1 ? 31 : -1).slice(0, 8)}01`;
}

export const weeksOf = ({ days }: Period): string[][] =>
  Array.from({ length: days.length / 7 }, (_, i) => days.slice(7 * i, 7 * i + 7));

export const today = (): string => isoDay();
