import { createFileRoute } from '@tanstack/react-router';
import { NewMeeting } from '@/features/meetings/start/NewMeeting';
import { useMay } from '@/shared/session/session';
import { NotFound } from '../../../shell/fallbacks';

export const Route = createFileRoute('/_app/moter/ny')({ component: CallPage });

function CallPage() {
  const navigate = Route.useNavigate();
  if (!useMay('meetings:write')) return <NotFound />;
  return (
    <NewMeeting
      onMade={({ id }) => void navigate({ to: '/moter/$meetingId', params: { meetingId: id } })}
      onLeave={() => void navigate({ to: '/moter' })}
    />
  );
}
