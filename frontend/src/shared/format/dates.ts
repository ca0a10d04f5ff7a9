import type { Locale } from '@/shared/i18n/locales';

const zone = 'Europe/Oslo';
// Every language counts in the Gregorian calendar with Latin digits: dates on letters and doors must match the screen.
const tag = (locale: Locale) =>
  `${locale === 'nb' ? 'nb-NO' : locale === 'en' ? 'en-GB' : locale}-u-ca-gregory-nu-latn`;
type Moment = string | Date;
const isDay = (x: Moment): x is string => typeof x === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(x);
// A calendar day has no time zone; noon in UTC is the same day in Oslo all year.
const toDate = (x: Moment) => (typeof x === 'string' ? new Date(isDay(x) ? `${x}T12:00:00Z` : x) : x);

const cache = new Map<string, Intl.DateTimeFormat>();
function formatter(locale: Locale, options: Intl.DateTimeFormatOptions) {
  const key = locale + JSON.stringify(options);
  let found = cache.get(key);
  if (!found) cache.set(key, (found = new Intl.DateTimeFormat(tag(locale), { timeZone: zone, ...options })));
  return found;
}
function parts(x: Moment, locale: Locale, options: Intl.DateTimeFormatOptions) {
  const out: Record<string, string> = {};
  for (const p of formatter(locale, options).formatToParts(toDate(x))) out[p.type] = p.value;
  return out;
}
const valid = (x: Moment) => !Number.isNaN(toDate(x).getTime());

/** 13.02.2024 */
export function day(x: Moment): string {
  if (!valid(x)) return '';
  const p = parts(x, 'nb', { day: '2-digit', month: '2-digit', year: 'numeric' });
  return `${p.day}.${p.month}.${p.year}`;
}
/** 08.00 */
export function clock(x: Moment): string {
  if (!valid(x)) return '';
  const p = parts(x, 'nb', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${p.hour}.${p.minute}`;
}
/** 13.02.2024 08.00 */
export const dayAndClock = (x: Moment): string => (isDay(x) ? day(x) : `${day(x)} ${clock(x)}`.trim());

/** mandag 23. november 2026 kl. 08.00 */
export function inWords(x: Moment, locale: Locale): string {
  if (!valid(x)) return '';
  const date = formatter(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
    .format(toDate(x))
    .replace(/,(?= \d)/, locale === 'nb' ? '' : ',');
  if (isDay(x)) return date;
  const before = { nb: ' kl. ', en: ', ', uk: ', ', ar: '، ' }[locale];
  return `${date}${before}${clock(x)}`;
}

/** «for 3 timer siden» within a day either way, else undefined. */
export function nearby(x: Moment, locale: Locale, now: Date = new Date()): string | undefined {
  if (isDay(x) || !valid(x)) return undefined;
  const minutes = Math.round((toDate(x).getTime() - now.getTime()) / 60_000);
  if (Math.abs(minutes) >= 24 * 60) return undefined;
  const relative = new Intl.RelativeTimeFormat(tag(locale), { numeric: 'auto' });
  if (Math.abs(minutes) < 1) return relative.format(0, 'second');
  return Math.abs(minutes) < 60
    ? relative.format(minutes, 'minute')
    : relative.format(Math.round(minutes / 60), 'hour');
}

export const weekdayName = (x: Moment, locale: Locale): string =>
  formatter(locale, { weekday: 'long' }).format(toDate(x));

/** The calendar day in Oslo as yyyy-mm-dd. */
export function isoDay(x: Moment = new Date()): string {
  const p = parts(x, 'nb', { day: '2-digit', month: '2-digit', year: 'numeric' });
  return `${p.year}-${p.month}-${p.day}`;
}

/** ISO 8601 week. */
export function isoWeek(x: Moment): { year: number; week: number } {
  const [y = 0, m = 1, d = 1] = isoDay(x).split('-').map(Number);
  const thursday = new Date(Date.UTC(y, m - 1, d));
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
  const year = thursday.getUTCFullYear();
  return { year, week: Math.ceil(((thursday.getTime() - Date.UTC(year, 0, 1)) / 86_400_000 + 1) / 7) };
}

/** Reads what people type: 13.2.2024, 13/02/24, 13022024. Undefined when it is no day in the calendar. */
export function readDay(typed: string): string | undefined {
  const text = typed.trim();
  const m =
    /^(\d{1,2})[.\-/ ](\d{1,2})[.\-/ ](\d{4}|\d{2})$/.exec(text) ??
    /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(text);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const [d, mo, y] = m ? [m[1], m[2], m[3]] : iso ? [iso[3], iso[2], iso[1]] : [];
  if (!d || !mo || !y) return undefined;
  const shortYear = Number(y);
  const year =
    y.length === 4
      ? shortYear
      : shortYear > (new Date().getFullYear() % 100) + 10
        ? 1900 + shortYear
        : 2000 + shortYear;
  const out = `${year}-${mo.padStart(2, '0')}-${d.padStart(2, '0')}`;
  const check = new Date(`${out}T12:00:00Z`);
  return !Number.isNaN(check.getTime()) && check.toISOString().startsWith(out) ? out : undefined;
}
