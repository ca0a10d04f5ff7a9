import { createFileRoute, Link } from '@tanstack/react-router';
import { ResidentPage } from '@/features/residents/ResidentPage';
import { useT } from '@/features/residents/texts';
import { PortalAccess } from '@/features/tenancies/access/PortalAccess';
import { MoveInLink } from '@/features/tenancies/MoveInLink';
import { ResidentTenancies } from '@/features/tenancies/ResidentTenancies';
import { useMay } from '@/shared/session/session';

export const Route = createFileRoute('/_app/beboere/$residentId')({ component: OneResident });

function OneResident() {
  const t = useT();
  const { residentId } = Route.useParams();
  const navigate = Route.useNavigate();
  const seesTenancies = useMay('tenancies:read');
  const issuesCodes = useMay('activation:issue');
  return (
    <ResidentPage
      // another person is another page: no open door or half-written form follows along
      key={residentId}
      residentId={residentId}
      back={
        <Link to="/beboere" className="ds-link">
          {t('residents.list')}
        </Link>
      }
      onHidden={() => void navigate({ to: '/beboere', replace: true })}
      tenancy={(person) =>
        seesTenancies && (
          <ResidentTenancies residentId={person.id} moveIn={<MoveInLink resident={person.id} main />} />
        )
      }
      portal={(person) => issuesCodes && <PortalAccess resident={person} />}
    />
  );
}
