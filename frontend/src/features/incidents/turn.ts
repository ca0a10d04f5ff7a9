import { useLocale } from '@/shared/i18n';
import type { Locale } from '@/shared/i18n/locales';
import type { Contact } from './queries';
import { useT } from './texts';

/** `[1,2,3,4,5]` → `[[1,5]]`: runs of days that follow each other. */
export function runs(weekdays: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const d of [...new Set(weekdays)].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && d === last[1] + 1) last[1] = d;
    else found.push([d, d]);
  }
  return found;
}

// 2024-01-01 was a Monday
const weekday = (n: number, locale: Locale) =>
  new Intl.DateTimeFormat(locale === 'nb' ? 'nb-NO' : locale, { weekday: 'short', timeZone: 'UTC' })
    .format(new Date(Date.UTC(2024, 0, n)))
    .replace(/\.$/, '');

/** «man–fre 15.30–08.00» */
export function useTurn() {
  const t = useT();
  const locale = useLocale();
  return ({ weekdays, from_time, to_time }: Pick<Contact, 'weekdays' | 'from_time' | 'to_time'>): string => {
    const days =
      weekdays.length === 7
        ? t('ring.everyDay')
        : runs(weekdays)
            .map(([a, b]) => (a === b ? weekday(a, locale) : `${weekday(a, locale)}–${weekday(b, locale)}`))
            .join(', ');
    const hours =
      from_time === to_time
        ? t('ring.allDay')
        : `${from_time.replace(':', '.')}–${to_time.replace(':', '.')}`;
    return `${days} ${hours}`;
  };
}
