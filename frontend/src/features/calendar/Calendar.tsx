import { Button } from '@digdir/designsystemet-react';
import { CalendarIcon, PrinterSmallIcon } from '@navikt/aksel-icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocale } from '@/shared/i18n';
import { useMay, useSite } from '@/shared/session/session';
import { PageHeader } from '@/shared/ui/Page';
import { EmptyState, ErrorState, LoadingState } from '@/shared/ui/states';
import { Bar } from './Bar';
import type { CalendarSearch } from './calendarSearch';
import { DaysDialog } from './DaysDialog';
import { FeedsDialog } from './feeds/FeedsDialog';
import { Month } from './Month';
import { periodOf, today } from './period';
import { calendar } from './queries';
import { useT } from './texts';
import { titleOf } from './titleOf';
import { useCalendarKeys } from './useCalendarKeys';
import { Week } from './Week';
import { WeekTable } from './WeekTable';
import './calendar.css';

interface Props {
  search: CalendarSearch;
  onSearch: (change: Partial<CalendarSearch>) => void;
}
export function Calendar({ search, onSearch }: Props) {
  const t = useT();
  const locale = useLocale();
  const [open, setOpen] = useState<'feeds' | 'days'>();
  const { chosen } = useSite();
  const mayPlan = useMay('calendar:write');
  const view = search.view ?? 'week';
  const day = search.day ?? today();
  const period = periodOf(view, day);
  const query = useQuery(
    calendar({
      first: period.first,
      last: period.last,
      site_id: chosen?.id,
      room: search.room,
      mine: search.mine,
    }),
  );
  useCalendarKeys(view, day, (to) => onSearch({ day: to }));
  const title = titleOf(t, locale, view, day);
  const { happenings = [], marks = [] } = query.data ?? {};
  const nothing = query.data && happenings.length === 0;
  return (
    <div className="cal">
      <PageHeader
        title={t('calendar.title')}
        actions={
          <>
            <Button type="button" variant="secondary" onClick={() => setOpen('feeds')}>
              <CalendarIcon aria-hidden />
              {t('calendar.subscribe')}
            </Button>
            {mayPlan && (
              <Button type="button" variant="secondary" onClick={() => setOpen('days')}>
                {t('calendar.days')}
              </Button>
            )}
            <Button type="button" variant="secondary" className="cal-desk" onClick={() => print()}>
              <PrinterSmallIcon aria-hidden />
              {t('calendar.print')}
            </Button>
          </>
        }
      />
      <Bar title={title} view={view} day={day} search={search} onSearch={onSearch} />
      {query.isPending && <LoadingState lines={7} />}
      {query.isError && !query.data && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data && (
        <div className="cal-shown" data-view={view} aria-busy={query.isPlaceholderData}>
          {view === 'month' && (
            <Month
              period={period}
              month={day.slice(0, 7)}
              caption={title}
              happenings={happenings}
              marks={marks}
            />
          )}
          <Week days={period.days} happenings={happenings} marks={marks} skipEmpty={view === 'month'} />
          {nothing && view === 'month' && (
            <EmptyState title={t('calendar.none')} hint={t('calendar.noneHint')} />
          )}
          <WeekTable caption={title} days={period.days} happenings={happenings} marks={marks} />
        </div>
      )}
      <p className="muted cal-keys">{t('calendar.keys')}</p>
      {open === 'feeds' && <FeedsDialog onClose={() => setOpen(undefined)} />}
      {open === 'days' && <DaysDialog onClose={() => setOpen(undefined)} />}
    </div>
  );
}
