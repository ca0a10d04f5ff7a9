import { createFileRoute } from '@tanstack/react-router';
import { PlacementNav } from '@/features/placement/PlacementNav';
import { ProtectedList } from '@/features/placement/protected/ProtectedList';
import { useT } from '@/features/placement/texts';
import { useMay } from '@/shared/session/session';
import { PageHeader } from '@/shared/ui/Page';
import { NotFound } from '../../../shell/fallbacks';

export const Route = createFileRoute('/_app/bosetting/skjermet')({ component: ProtectedPage });

function ProtectedPage() {
  const t = useT();
  const navigate = Route.useNavigate();
  if (!useMay('placement:read')) return <NotFound />;
  return (
    <>
      <PageHeader title={t('hidden.title')} lead={t('hidden.lead')} />
      <PlacementNav />
      <ProtectedList
        onSettled={(tenancyId) => void navigate({ to: '/leieforhold/$tenancyId', params: { tenancyId } })}
      />
    </>
  );
}
