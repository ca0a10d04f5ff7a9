import { day, dayAndClock, inWords, nearby } from '@/shared/format/dates';
import { useLocale } from '@/shared/i18n';

interface Props {
  at: string;
  /** short: 13.02.2024 08.00 · day: 13.02.2024 · words: mandag 23. november 2026 kl. 08.00 · auto: relative within a day, else short */
  as?: 'auto' | 'short' | 'day' | 'words';
}
export function When({ at, as = 'auto' }: Props) {
  const locale = useLocale();
  const text =
    as === 'words'
      ? inWords(at, locale)
      : as === 'day'
        ? day(at)
        : (as === 'auto' && nearby(at, locale)) || dayAndClock(at);
  return (
    <time className={as === 'words' ? undefined : 'when'} dateTime={at} title={inWords(at, locale)}>
      <bdi>{text}</bdi>
    </time>
  );
}
