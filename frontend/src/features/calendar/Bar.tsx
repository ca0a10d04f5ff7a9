import { ChevronLeftIcon, ChevronRightIcon } from '@navikt/aksel-icons';
import { Link } from '@tanstack/react-router';
import { countSet } from '@/shared/routing/search';
import { FilterBar, FilterCheck, FilterSelect } from '@/shared/ui/FilterBar';
import { type CalendarSearch, rooms } from './calendarSearch';
import { step, today, type View } from './period';
import { useT } from './texts';

interface Props {
  title: string;
  view: View;
  day: string;
  search: CalendarSearch;
  onSearch: (change: Partial<CalendarSearch>) => void;
}
/** Which period, how it is shown, and what of it; all of it stands in the address. */
export function Bar({ title, view, day, search, onSearch }: Props) {
  const t = useT();
  const to = (change: Partial<CalendarSearch>) => (old: object) => ({ ...old, ...change });
  return (
    <div className="cal-bar">
      <nav className="cal-steps" aria-label={t('calendar.title')}>
        <Link
          to="."
          search={to({ day: step(view, day, -1) })}
          className="ds-button"
          data-variant="secondary"
          data-icon
          aria-label={t(`calendar.previous.${view}`)}
        >
          <ChevronLeftIcon aria-hidden />
        </Link>
        <Link to="." search={to({ day: undefined })} className="ds-button" data-variant="secondary">
          {t('calendar.today')}
        </Link>
        <Link
          to="."
          search={to({ day: step(view, day, 1) })}
          className="ds-button"
          data-variant="secondary"
          data-icon
          aria-label={t(`calendar.next.${view}`)}
        >
          <ChevronRightIcon aria-hidden />
        </Link>
      </nav>
      <p className="cal-title" role="status">
        {title}
      </p>
      <nav className="cal-switch" aria-label={t('calendar.how')}>
        {(['week', 'month'] as const).map((one) => (
          <Link
            key={one}
            to="."
            search={to({ view: one === 'week' ? undefined : one, day: search.day ?? today() })}
            activeProps={{ 'aria-current': undefined }}
            aria-current={one === view ? 'true' : undefined}
          >
            {t(`calendar.view.${one}`)}
          </Link>
        ))}
      </nav>
      <FilterBar
        active={countSet(search, ['room', 'mine'])}
        onClear={() => onSearch({ room: undefined, mine: undefined })}
      >
        <FilterSelect
          label={t('calendar.room')}
          value={search.room}
          options={rooms.map((room) => ({ value: room, label: t(`calendar.room.${room}`) }))}
          onChange={(room) => onSearch({ room })}
        />
        <FilterCheck label={t('calendar.mine')} value={search.mine} onChange={(mine) => onSearch({ mine })} />
      </FilterBar>
    </div>
  );
}
