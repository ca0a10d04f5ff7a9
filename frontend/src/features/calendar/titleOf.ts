import { isoWeek } from '@/shared/format/dates';
import type { Locale } from '@/shared/i18n/locales';
import { periodOf, type View } from './period';
import type { T } from './texts';

/** «Uke 48 · 23.–29. november 2026», «November 2026» */
export function titleOf(t: T, locale: Locale, view: View, day: string): string {
  const at = (x: string) => new Date(`${x}T12:00:00Z`);
  const tag = locale === 'nb' ? 'nb-NO' : 'en-GB';
  if (view === 'month') {
    const text = new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
      at(day),
    );
    return text.charAt(0).toUpperCase() + text.slice(1);
  }
  const { first, last } = periodOf('week', day);
  const range = new Intl.DateTimeFormat(tag, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).formatRange(at(first), at(last));
  return `${t('calendar.week', { week: isoWeek(first).week })} · ${range}`;
}
