import { createFileRoute } from '@tanstack/react-router';
import { IncidentPage } from '@/features/incidents/page/IncidentPage';
import { useMay } from '@/shared/session/session';
import { NotFound } from '../../../shell/fallbacks';

export const Route = createFileRoute('/_app/hendelser/$incidentId')({ component: OnePage });

function OnePage() {
  const { incidentId } = Route.useParams();
  if (!useMay('incidents:read')) return <NotFound />;
  return <IncidentPage key={incidentId} id={incidentId} />;
}
