import { day, isoWeek } from '@/shared/format/dates';
import type { Locale } from '@/shared/i18n/locales';

const noon = (iso: string) => new Date(`${iso}T12:00:00Z`);

export function addDays(iso: string, days: number): string {
  const at = noon(iso);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
export const mondayOf = (iso: string): string => addDays(iso, -((noon(iso).getUTCDay() + 6) % 7));

export function weekday(iso: string, locale: Locale, form: 'long' | 'short' = 'long'): string {
  const tag = locale === 'nb' ? 'nb-NO' : locale === 'en' ? 'en-GB' : locale;
  return new Intl.DateTimeFormat(tag, { weekday: form, timeZone: 'UTC' }).format(noon(iso));
}

/** 12.00 of the server's 12:00:00. */
export const clockOf = (time: string): string => time.slice(0, 5).replace(':', '.');
export const hours = (starts: string | null, ends: string | null): string =>
  [starts, ends].flatMap((time) => (time ? [clockOf(time)] : [])).join('–');

/** 13.02 beside a heading that names the year. */
export const shortDay = (iso: string): string => day(iso).slice(0, 5);

export interface Week<Row> {
  /** Its Monday; undefined for what has no week yet. */
  monday: string | undefined;
  number: number | undefined;
  rows: Row[];
}
/** The plan as the municipality keeps it; with `gaps` also the weeks in between that nobody has filled. */
export function byWeek<Row extends { week: string | null }>(rows: readonly Row[], gaps = false): Week<Row>[] {
  const weeks: Week<Row>[] = [];
  const open = (monday: string | undefined) => {
    const week: Week<Row> = { monday, number: monday ? isoWeek(monday).week : undefined, rows: [] };
    weeks.push(week);
    return week;
  };
  for (const row of rows) {
    let last = weeks.at(-1);
    const monday = row.week ?? undefined;
    if (gaps && monday && last?.monday)
      for (let next = addDays(last.monday, 7); next < monday; next = addDays(next, 7)) last = open(next);
    if (!last || last.monday !== monday) last = open(monday);
    last.rows.push(row);
  }
  return weeks;
}
