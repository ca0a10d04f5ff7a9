import { createFileRoute } from '@tanstack/react-router';
import { NewSeries } from '@/features/meetings/start/NewSeries';
import { useMay } from '@/shared/session/session';
import { NotFound } from '../../../shell/fallbacks';

export const Route = createFileRoute('/_app/moter/ny-rekke')({ component: StartPage });

function StartPage() {
  const navigate = Route.useNavigate();
  if (!useMay('meetings:write')) return <NotFound />;
  return (
    <NewSeries
      onMade={({ id }) => void navigate({ to: '/moter', search: { series: id } })}
      onLeave={() => void navigate({ to: '/moter/rekker' })}
    />
  );
}
