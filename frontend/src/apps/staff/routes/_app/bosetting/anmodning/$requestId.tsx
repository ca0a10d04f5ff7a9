import { createFileRoute, Link } from '@tanstack/react-router';
import { RequestPage } from '@/features/placement/request/RequestPage';
import { useT } from '@/features/placement/texts';
import { useMay } from '@/shared/session/session';
import { NotFound } from '../../../../shell/fallbacks';

export const Route = createFileRoute('/_app/bosetting/anmodning/$requestId')({ component: OneRequest });

function OneRequest() {
  const t = useT();
  const { requestId } = Route.useParams();
  const navigate = Route.useNavigate();
  if (!useMay('placement:read')) return <NotFound />;
  return (
    <RequestPage
      key={requestId}
      id={requestId}
      back={
        <Link to="/bosetting" className="ds-link">
          {t('requests.title')}
        </Link>
      }
      onUndone={() => void navigate({ to: '/bosetting', replace: true })}
    />
  );
}
