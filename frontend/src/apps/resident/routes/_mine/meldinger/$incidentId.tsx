import { createFileRoute, Link } from '@tanstack/react-router';
import { MyReport } from '@/features/reports/portal/MyReport';
import { useT } from '../../../texts';

export const Route = createFileRoute('/_mine/meldinger/$incidentId')({ component: Report });

function Report() {
  const t = useT();
  const { incidentId } = Route.useParams();
  const back = (
    <Link to="/meldinger" className="ds-link">
      {t('place.reports')}
    </Link>
  );
  return <MyReport key={incidentId} id={incidentId} title={t('page.report')} back={back} />;
}
