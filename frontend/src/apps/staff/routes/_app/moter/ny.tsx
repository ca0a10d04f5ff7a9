import { useQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { NewMeeting } from '@/features/meetings/start/NewMeeting';
import { resident } from '@/features/residents/queries';
import { fullName } from '@/shared/people/names';
import { idValue } from '@/shared/routing/search';
import { useMay } from '@/shared/session/session';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import { NotFound } from '../../../shell/fallbacks';

export const Route = createFileRoute('/_app/moter/ny')({
  validateSearch: z.object({ resident: idValue() }),
  component: CallPage,
});

function CallPage() {
  const navigate = Route.useNavigate();
  const { resident: id = '' } = Route.useSearch();
  const about = useQuery({ ...resident(id), enabled: id !== '' });
  if (!useMay('meetings:write')) return <NotFound />;
  if (about.isLoading) return <LoadingState lines={8} />;
  if (about.isError) return <ErrorState error={about.error} onRetry={() => void about.refetch()} />;
  return (
    <NewMeeting
      about={about.data && { id: about.data.id, label: fullName(about.data) }}
      onMade={({ id: made }) => void navigate({ to: '/moter/$meetingId', params: { meetingId: made } })}
      onLeave={() => void navigate({ to: '/moter' })}
    />
  );
}
