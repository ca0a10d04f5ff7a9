import { Button } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { createFileRoute, Link } from '@tanstack/react-router';
import { NextThings } from '@/features/home/portal/NextThings';
import { UnreadCount } from '@/features/notices/portal/UnreadCount';
import { ApiError } from '@/shared/api/problem';
import { sessionQuery } from '@/shared/session/session';
import { PageHeader } from '@/shared/ui/Page';
import { LoadingState } from '@/shared/ui/states';
import { targets } from '../shell/places';
import { useT } from '../texts';

export const Route = createFileRoute('/')({ component: Home });

function Home() {
  const t = useT();
  const { data: session, error, isPending } = useQuery(sessionQuery);
  if (isPending) return <LoadingState lines={4} />;
  const resident = session?.kind === 'resident' ? session : undefined;
  const signedOut =
    !resident && (session !== undefined || (error instanceof ApiError && error.status === 401));
  const shown = targets.filter((target) => resident || !target.mine);
  return (
    <>
      <PageHeader
        title={resident ? t('home.hello', { name: resident.name }) : t('home.welcome')}
        lead={resident?.sites[0]?.name ?? t('home.lead')}
      />
      {signedOut && (
        <Button asChild data-size="lg" className="start">
          <Link to="/aktiver">{t('home.enterCode')}</Link>
        </Button>
      )}
      {resident && <NextThings />}
      <ul className="targets plain-list">
        {shown.map(({ to, text, hint, icon: Icon }) => (
          <li key={to}>
            <Link to={to} className="target">
              <Icon aria-hidden className="target-icon" />
              <span>
                <strong>
                  {t(text)} {to === '/varsler' && <UnreadCount />}
                </strong>
                <span className="muted">{t(hint)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
