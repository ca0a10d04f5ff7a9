import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { ActivityPage } from '@/features/activities/page/ActivityPage';
import { flag } from '@/shared/routing/search';
import { useMay } from '@/shared/session/session';
import { NotFound } from '../../../shell/fallbacks';

export const Route = createFileRoute('/_app/aktiviteter/$activityId')({
  validateSearch: z.object({ roll: flag() }),
  component: OneActivity,
});

function OneActivity() {
  const { activityId } = Route.useParams();
  const { roll } = Route.useSearch();
  const navigate = Route.useNavigate();
  if (!useMay('activities:read')) return <NotFound />;
  return (
    <ActivityPage
      key={activityId}
      id={activityId}
      roll={roll}
      onRoll={(open) => void navigate({ search: (old) => ({ ...old, roll: open || undefined }) })}
    />
  );
}
