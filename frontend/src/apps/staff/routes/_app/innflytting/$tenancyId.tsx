import { createFileRoute, Link } from '@tanstack/react-router';
import { MoveInDay } from '@/features/tenancies/day/MoveInDay';
import { useT } from '@/features/tenancies/texts';

export const Route = createFileRoute('/_app/innflytting/$tenancyId')({ component: OneDay });

function OneDay() {
  const t = useT();
  const { tenancyId } = Route.useParams();
  return (
    <MoveInDay
      key={tenancyId}
      tenancyId={tenancyId}
      back={
        <Link to="/leieforhold/$tenancyId" params={{ tenancyId }} className="ds-link">
          {t('tenancy.one')}
        </Link>
      }
    />
  );
}
