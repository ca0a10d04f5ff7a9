import { createFileRoute, Link } from '@tanstack/react-router';
import { ImportPage } from '@/features/placement/import/ImportPage';
import { useT } from '@/features/placement/texts';
import { useMay } from '@/shared/session/session';
import { PageHeader } from '@/shared/ui/Page';
import { NotFound } from '../../../shell/fallbacks';

export const Route = createFileRoute('/_app/bosetting/ny')({ component: NewRequestPage });

function NewRequestPage() {
  const t = useT();
  const navigate = Route.useNavigate();
  if (!useMay('placement:write')) return <NotFound />;
  return (
    <>
      <PageHeader
        title={t('import.page')}
        lead={t('import.pageLead')}
        back={
          <Link to="/bosetting" className="ds-link">
            {t('requests.title')}
          </Link>
        }
      />
      <ImportPage
        onImported={({ id }) =>
          void navigate({ to: '/bosetting/anmodning/$requestId', params: { requestId: id } })
        }
      />
    </>
  );
}
