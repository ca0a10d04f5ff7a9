import type { Schemas } from '@/shared/api/client';
import type { Locale } from '@/shared/i18n/locales';
import { clock, isoDay, weekdayName } from './dates';

export type Hours = Schemas['HoursView'];
export interface Opening {
  open: boolean;
  /** When today's hours end; undefined at midnight. */
  until?: string;
  /** When they begin again, for whoever is not there. */
  next?: { day: string; inDays: number; at: string };
}
const midnight = '00:00';
const shown = (time: string) => time.replace(':', '.');
const addDays = (day: string, days: number) => {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
};
const isoWeekday = (day: string) => ((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7) + 1;

/** Counted on the phone, from the clock in Oslo, so that it is right without network too. */
export function opening(hours: readonly Hours[], now: Date = new Date()): Opening {
  const today = isoDay(now);
  const time = clock(now).replace('.', ':');
  const current = hours.find(
    (h) =>
      h.weekday === isoWeekday(today) && h.from_time <= time && (time < h.to_time || h.to_time === midnight),
  );
  if (current)
    return { open: true, until: current.to_time === midnight ? undefined : shown(current.to_time) };
  for (let inDays = 0; inDays <= 7; inDays++) {
    const day = addDays(today, inDays);
    const first = hours
      .filter((h) => h.weekday === isoWeekday(day) && (inDays > 0 || h.from_time > time))
      .sort((a, b) => a.from_time.localeCompare(b.from_time))[0];
    if (first) return { open: false, next: { day, inDays, at: shown(first.from_time) } };
  }
  return { open: false };
}

export interface WeekLine {
  days: string;
  time: string;
  note: string | null;
}
// 1 January 2024 was a Monday
const named = (weekday: number, locale: Locale) => weekdayName(`2024-01-0${weekday}`, locale);

/** «mandag–fredag 08.00–15.30»: days beside each other with the same hours stand in one line. */
export function weekLines(hours: readonly Hours[], locale: Locale): WeekLine[] {
  const runs: { first: number; last: number; at: Hours }[] = [];
  for (const h of hours) {
    const same = runs.find(
      (r) =>
        r.last === h.weekday - 1 &&
        r.at.from_time === h.from_time &&
        r.at.to_time === h.to_time &&
        r.at.note === h.note,
    );
    if (same) same.last = h.weekday;
    else runs.push({ first: h.weekday, last: h.weekday, at: h });
  }
  return runs.map(({ first, last, at }) => ({
    days: first === last ? named(first, locale) : `${named(first, locale)}–${named(last, locale)}`,
    time: `${shown(at.from_time)}–${at.to_time === midnight ? '24.00' : shown(at.to_time)}`,
    note: at.note,
  }));
}
