import { Button } from '@digdir/designsystemet-react';
import { createFileRoute, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ReportForm, type Sent } from '@/features/reports/portal/ReportForm';
import { SentReport } from '@/features/reports/portal/SentReport';
import { PageHeader } from '@/shared/ui/Page';
import { useT } from '../../texts';

export const Route = createFileRoute('/_mine/meld')({ component: Report });

function Report() {
  const t = useT();
  const [sent, setSent] = useState<Sent>();
  return (
    <>
      <PageHeader title={t('place.report')} />
      {sent ? (
        <SentReport
          sent={sent}
          next={
            <Button asChild data-size="lg" variant={sent.danger ? 'secondary' : 'primary'}>
              <Link to="/meldinger">{t('page.toReports')}</Link>
            </Button>
          }
        />
      ) : (
        <ReportForm onSent={setSent} />
      )}
    </>
  );
}
