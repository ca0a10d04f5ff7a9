import { day } from '@/shared/format/dates';

export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof weekdays)[number];
export const places = ['1', '2', '3', '4', '-1'] as const;
export type PlaceInMonth = (typeof places)[number];

/** A series as its form asks for it. */
export interface Rhythm {
  every: 'week' | 'month';
  interval: number;
  weekday: Weekday;
  place: PlaceInMonth;
  until?: string;
  count?: number;
}

/** RFC 5545, as the server reads it; without an end when the form names none. */
export function writeRule({ every, interval, weekday, place, until, count }: Rhythm): string {
  const parts =
    every === 'week'
      ? ['FREQ=WEEKLY', `INTERVAL=${interval}`, `BYDAY=${weekday}`]
      : ['FREQ=MONTHLY', `INTERVAL=${interval}`, `BYDAY=${place}${weekday}`];
  if (until) parts.push(`UNTIL=${until.replaceAll('-', '')}`);
  else if (count) parts.push(`COUNT=${count}`);
  return parts.join(';');
}

/** Undefined for a rule that another program wrote in a way this form cannot say. */
export function readRule(rule: string): Rhythm | undefined {
  const parts = Object.fromEntries(rule.split(';').map((p) => p.split('=')));
  const m = /^(-1|[1-4])?(MO|TU|WE|TH|FR|SA|SU)$/.exec(parts.BYDAY ?? '');
  const weekday = weekdays.find((d) => d === m?.[2]);
  if (!weekday || (parts.FREQ === 'MONTHLY' && !m?.[1])) return undefined;
  return {
    every: parts.FREQ === 'MONTHLY' ? 'month' : 'week',
    interval: Number(parts.INTERVAL ?? 1),
    weekday,
    place: places.find((p) => p === m?.[1]) ?? '1',
    until: parts.UNTIL?.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'),
    count: parts.COUNT ? Number(parts.COUNT) : undefined,
  };
}

/** The weekday on which a day falls. */
export const weekdayOf = (iso: string): Weekday =>
  weekdays[(new Date(`${iso}T12:00:00Z`).getUTCDay() + 6) % 7] ?? 'MO';
/** Whether it is the first, second … of its weekday in its month; the fifth counts as the last. */
export function placeOf(iso: string): PlaceInMonth {
  const n = Math.ceil(Number(iso.slice(8)) / 7);
  return places.find((p) => p === String(n)) ?? '-1';
}
export const until = (rhythm: Rhythm): string | undefined => rhythm.until && day(rhythm.until);
