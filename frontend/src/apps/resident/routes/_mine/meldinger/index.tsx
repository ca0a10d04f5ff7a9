import { Button } from '@digdir/designsystemet-react';
import { createFileRoute, Link } from '@tanstack/react-router';
import { MyReports } from '@/features/reports/portal/MyReports';
import { WaitingReports } from '@/features/reports/portal/WaitingReports';
import { PageHeader } from '@/shared/ui/Page';
import { useT } from '../../../texts';

export const Route = createFileRoute('/_mine/meldinger/')({ component: Reports });

function Reports() {
  const t = useT();
  const begin = (
    <Button asChild data-size="lg">
      <Link to="/meld">{t('place.report')}</Link>
    </Button>
  );
  return (
    <div className="stack">
      <PageHeader title={t('place.reports')} lead={t('page.reportsLead')} />
      <WaitingReports />
      <MyReports
        linkTo={(incidentId, title) => (
          <Link to="/meldinger/$incidentId" params={{ incidentId }}>
            {title}
          </Link>
        )}
        begin={begin}
      />
    </div>
  );
}
