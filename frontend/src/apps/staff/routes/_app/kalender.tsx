import { createFileRoute } from '@tanstack/react-router';
import { Calendar } from '@/features/calendar/Calendar';
import { calendarSearch } from '@/features/calendar/calendarSearch';
import { useMay } from '@/shared/session/session';
import { NotFound } from '../../shell/fallbacks';

export const Route = createFileRoute('/_app/kalender')({
  validateSearch: calendarSearch,
  component: CalendarPage,
});

function CalendarPage() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  if (!useMay('calendar:read')) return <NotFound />;
  return (
    <Calendar
      search={search}
      onSearch={(change) => void navigate({ search: (old) => ({ ...old, ...change }), replace: true })}
    />
  );
}
