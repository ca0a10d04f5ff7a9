import { createFileRoute, Link } from '@tanstack/react-router';
import { PlanOfLease } from '@/features/placement/plan/PlanOfLease';
import { TenancyPage } from '@/features/tenancies/TenancyPage';
import { useT } from '@/features/tenancies/texts';

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
      onMoved={(id) => void navigate({ to: '/leieforhold/$tenancyId', params: { tenancyId: id } })}
      onGone={() => void navigate({ to: '/leieforhold', replace: true })}
    />
  );
}
