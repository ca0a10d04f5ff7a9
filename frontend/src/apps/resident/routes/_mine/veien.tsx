import { createFileRoute, Link } from '@tanstack/react-router';
import { MyPath } from '@/features/milestones/portal/MyPath';
import { PageHeader } from '@/shared/ui/Page';
import { useT } from '../../texts';

export const Route = createFileRoute('/_mine/veien')({ component: Path });

function Path() {
  const t = useT();
  return (
    <>
      <PageHeader title={t('place.path')} lead={t('place.pathHint')} />
      <MyPath />
      <p>
        <Link to="/kontrakten" className="ds-link tap">
          {t('place.contract')}
        </Link>
      </p>
    </>
  );
}
