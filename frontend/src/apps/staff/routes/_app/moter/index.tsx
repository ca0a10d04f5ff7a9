import { createFileRoute } from '@tanstack/react-router';
import { Meetings } from '@/features/meetings/list/Meetings';
import { meetingSearch } from '@/features/meetings/meetingSearch';
import { useMay } from '@/shared/session/session';
import { NotFound } from '../../../shell/fallbacks';

export const Route = createFileRoute('/_app/moter/')({
  validateSearch: meetingSearch,
  component: MeetingsPage,
});

function MeetingsPage() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  if (!useMay('meetings:read')) return <NotFound />;
  return (
    <Meetings
      search={search}
      onSearch={(change) => void navigate({ search: (old) => ({ ...old, ...change }), replace: true })}
    />
  );
}
