import { createFileRoute } from '@tanstack/react-router';
import { MeetingPage } from '@/features/meetings/page/MeetingPage';
import { useMay } from '@/shared/session/session';
import { NotFound } from '../../../shell/fallbacks';

export const Route = createFileRoute('/_app/moter/$meetingId')({ component: OnePage });

function OnePage() {
  const { meetingId } = Route.useParams();
  if (!useMay('meetings:read')) return <NotFound />;
  return <MeetingPage key={meetingId} id={meetingId} />;
}
