import { createFileRoute } from '@tanstack/react-router';
import { activitySearch } from '@/features/activities/activitySearch';
import { Plan } from '@/features/activities/plan/Plan';
import { useMay } from '@/shared/session/session';
import { NotFound } from '../../../shell/fallbacks';

export const Route = createFileRoute('/_app/aktiviteter/')({
  validateSearch: activitySearch,
  component: ActivitiesPage,
});

function ActivitiesPage() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  if (!useMay('activities:read')) return <NotFound />;
  return (
    <Plan
      search={search}
      onSearch={(change) =>
        void navigate({ search: (old) => ({ ...old, ...change }), replace: true, resetScroll: false })
      }
    />
  );
}
