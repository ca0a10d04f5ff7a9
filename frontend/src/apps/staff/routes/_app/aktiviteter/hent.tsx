import { createFileRoute } from '@tanstack/react-router';
import { ImportPlan } from '@/features/activities/importing/ImportPlan';
import { useMay } from '@/shared/session/session';
import { NotFound } from '../../../shell/fallbacks';

export const Route = createFileRoute('/_app/aktiviteter/hent')({ component: ImportPage });

function ImportPage() {
  const navigate = Route.useNavigate();
  if (!useMay('activities:write')) return <NotFound />;
  return (
    <ImportPlan
      onDone={(first) =>
        void navigate({ to: '/aktiviteter', search: { tab: 'all', from: first ?? undefined } })
      }
    />
  );
}
