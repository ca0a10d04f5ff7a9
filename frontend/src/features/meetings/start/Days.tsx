import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@/shared/api/client';
import { inWords } from '@/shared/format/dates';
import { useLocale } from '@/shared/i18n';
import { describeError } from '@/shared/i18n/describeError';
import { StatusTag } from '@/shared/ui/Tag';
import { useDebounced } from '@/shared/ui/useDebounced';
import { preview } from '../queries';
import { useT } from '../texts';

const shown = 6;
/** The first few stand there, and those that somebody will want to move. */
const isShown = (day: Schemas['SeriesDay'], i: number) => i < shown || day.holiday !== null;

/** The days before anything is saved: the first few, and the last. */
export function Days({ days }: { days: Schemas['SeriesDays'] }) {
  const t = useT();
  const locale = useLocale();
  const key = useDebounced(JSON.stringify(days), 400);
  const found = useQuery(preview(JSON.parse(key) as Schemas['SeriesDays']));
  const items = found.data?.items ?? [];
  const last = items.at(-1);
  return (
    <section className="meet-days" aria-label={t('start.days')} aria-live="polite">
      {found.isError && <p className="number-warning flush">{describeError(found.error).title}</p>}
      {last && (
        <>
          <p className="flush">{t('start.daysCount', { count: items.length })}</p>
          <ol>
            {items.filter(isShown).map((d) => (
              <li key={d.day}>
                {inWords(d.begins_at, locale)}{' '}
                <span className="muted">{t('start.week', { week: d.week })}</span>{' '}
                {d.holiday && <StatusTag tone="warning">{d.holiday}</StatusTag>}
              </li>
            ))}
          </ol>
          {items.length > shown && (
            <p className="muted flush">{t('start.daysLast', { day: inWords(last.day, locale) })}</p>
          )}
        </>
      )}
    </section>
  );
}
