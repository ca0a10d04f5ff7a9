import { createFileRoute, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { ResidentPage } from '@/features/residents/ResidentPage';
import { useT } from '@/features/residents/texts';
import { PortalAccess } from '@/features/tenancies/access/PortalAccess';
import { MoveInLink } from '@/features/tenancies/MoveInLink';
import { ResidentTenancies } from '@/features/tenancies/ResidentTenancies';
import { useMay } from '@/shared/session/session';
import { LoadingState } from '@/shared/ui/states';

// the page is full: what stands below the fold comes after it
const MilestoneLine = lazy(async () => ({
  default: (await import('@/features/milestones/line/MilestoneLine')).MilestoneLine,
}));

export const Route = createFileRoute('/_app/beboere/$residentId')({ component: OneResident });

function OneResident() {
  const t = useT();
  const { residentId } = Route.useParams();
  const navigate = Route.useNavigate();
  const seesTenancies = useMay('tenancies:read');
  const seesMilestones = useMay('milestones:read');
  const calls = useMay('meetings:write');
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
      milestones={(person) =>
        seesMilestones && (
          <Suspense fallback={<LoadingState lines={6} />}>
            <MilestoneLine
              resident={person}
              book={(label) =>
                calls && (
                  <Link
                    to="/moter/ny"
                    search={{ resident: person.id }}
                    className="ds-button"
                    data-variant="tertiary"
                  >
                    {label}
                  </Link>
                )
              }
            />
          </Suspense>
        )
      }
      portal={(person) => issuesCodes && <PortalAccess resident={person} />}
    />
  );
}
