import { createFileRoute, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { PlanOfLease } from '@/features/placement/plan/PlanOfLease';
import { TenancyPage } from '@/features/tenancies/TenancyPage';
import { useT } from '@/features/tenancies/texts';

const Support = lazy(async () => ({
  default: (await import('@/features/furnishing/checklist/Support')).Support,
}));

export const Route = createFileRoute('/_app/leieforhold/$tenancyId')({ component: OneTenancy });

function OneTenancy() {
  const t = useT();
  const { tenancyId } = Route.useParams();
  const navigate = Route.useNavigate();
  return (
    <TenancyPage
      key={tenancyId}
      tenancyId={tenancyId}
      back={
        <Link to="/leieforhold" className="ds-link">
          {t('tenancies.list')}
        </Link>
      }
      origin={<PlanOfLease tenancyId={tenancyId} />}
      support={(unitId) => (
        <Suspense>
          <Support unitId={unitId} tenancyId={tenancyId} />
        </Suspense>
      )}
      onMoved={(id) => void navigate({ to: '/leieforhold/$tenancyId', params: { tenancyId: id } })}
      onGone={() => void navigate({ to: '/leieforhold', replace: true })}
    />
  );
}
