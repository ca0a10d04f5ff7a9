import type { Series } from './queries';
import { readRule, until } from './rule';
import { useT } from './texts';

/** «Annenhver uke på tirsdag kl. 09.00, til 30.06.2027» */
export function useRhythm() {
  const t = useT();
  return ({ rule, begins }: Pick<Series, 'rule' | 'begins'>): string => {
    const rhythm = readRule(rule);
    const clock = begins.slice(0, 5).replace(':', '.');
    if (!rhythm) return t('rhythm.clock', { clock });
    const { every, interval, weekday, place, count } = rhythm;
    const day = t(`weekday.${weekday}`);
    const words =
      every === 'week'
        ? t('rhythm.week', { interval, day, clock })
        : t('rhythm.month', { interval, day, place: t(`rhythm.place.${place}`), clock });
    const end = until(rhythm);
    return end ? t('rhythm.until', { words, end }) : t('rhythm.count', { words, count: count ?? 0 });
  };
}
