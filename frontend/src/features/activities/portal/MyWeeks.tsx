import { useQuery } from '@tanstack/react-query';
import { isoDay } from '@/shared/format/dates';
import { useLocale } from '@/shared/i18n';
import { EmptyState, ErrorState, LoadingState, useOnline } from '@/shared/ui/states';
import { addDays, byWeek, mondayOf } from '../weeks';
import { Card } from './Card';
import { myWeeks } from './queries';
import { useT } from './texts';
import './week.css';

export function MyWeeks() {
  const t = useT();
  const locale = useLocale();
  const online = useOnline();
  const query = useQuery(myWeeks);
  if (query.isPending) return <LoadingState lines={6} />;
  if (query.isError && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const { items } = query.data;
  if (items.length === 0) return <EmptyState title={t('week.none')} hint={t('week.noneHint')} />;
  const monday = mondayOf(isoDay());
  const nameOf = (week: string | undefined, number: number | undefined) => {
    if (!week) return t('week.noDay');
    if (week === monday) return t('week.this');
    if (week === addDays(monday, 7)) return t('week.next');
    return t('week.number', { week: number ?? '' });
  };
  return (
    <div className="stack">
      {locale !== 'nb' && <p className="muted flush">{t('week.norwegian')}</p>}
      {!online && <p className="flush">{t('week.offline')}</p>}
      {byWeek(items).map((week, i) => (
        <section key={`${week.monday ?? 'open'} ${i}`} aria-label={nameOf(week.monday, week.number)}>
          <h2 className="week-name">{nameOf(week.monday, week.number)}</h2>
          <ul className="plain-list week-cards">
            {week.rows.map((one) => (
              <Card key={one.id} activity={one} online={online} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
