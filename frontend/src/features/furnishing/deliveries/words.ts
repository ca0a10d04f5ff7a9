import { day, weekdayName } from '@/shared/format/dates';
import type { Locale } from '@/shared/i18n/locales';
import type { T } from '../texts';
import type { BusyHours, Obstacle, Slot } from './queries';

const dotted = (time: string | null | undefined) => (time ?? '').replace(':', '.');
export const between = (x: { from_time?: string | null; to_time?: string | null }): string =>
  `${dotted(x.from_time)}–${dotted(x.to_time)}`;

/** «tirsdag 01.12.2026 09.00–10.00» */
export const slotText = (slot: Slot, locale: Locale): string =>
  `${weekdayName(slot.day, locale)} ${day(slot.day)} ${between(slot)}`;

export function obstacleText(t: T, o: Obstacle): string {
  if (o.kind === 'neighbour')
    return t(o.only_school_days ? 'window.why.school' : 'window.why.neighbour', {
      name: o.name ?? '',
      label: o.label ?? '',
      hours: between(o),
    });
  if (o.kind === 'delivery')
    return t('window.why.delivery', { name: o.name ?? t('needs.noSupplier'), hours: between(o) });
  return t(`window.why.${o.kind}`);
}

/** Runs of weekdays: «mandag–fredag», «mandag, onsdag». 1 January 2024 was a Monday. */
function daysText(weekdays: readonly number[], locale: Locale): string {
  const name = (n: number) => weekdayName(`2024-01-0${n}`, locale);
  const runs: [number, number][] = [];
  for (const n of weekdays) {
    const last = runs.at(-1);
    if (last?.[1] === n - 1) last[1] = n;
    else runs.push([n, n]);
  }
  return runs.map(([a, b]) => (a === b ? name(a) : `${name(a)}–${name(b)}`)).join(', ');
}

const schoolWeek = '1,2,3,4,5';
export function hoursText(t: T, hours: BusyHours, locale: Locale): string {
  const days = daysText(hours.weekdays, locale);
  const ofSchool =
    hours.weekdays.join() === schoolWeek ? t('busy.schoolDays') : t('busy.schoolDaysOf', { days });
  const { valid_from, valid_to } = hours;
  return [
    `${between(hours)} ${hours.only_school_days ? ofSchool : days}`,
    valid_from && t('busy.from', { day: day(valid_from) }),
    valid_to && t('busy.to', { day: day(valid_to) }),
  ]
    .filter(Boolean)
    .join(' · ');
}
