import { createFileRoute } from '@tanstack/react-router';
import { incidentSearch } from '@/features/incidents/incidentSearch';
import { Incidents } from '@/features/incidents/list/Incidents';
import { useMay } from '@/shared/session/session';
import { NotFound } from '../../../shell/fallbacks';

export const Route = createFileRoute('/_app/hendelser/')({
  validateSearch: incidentSearch,
  component: IncidentsPage,
});

function IncidentsPage() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  if (!useMay('incidents:read')) return <NotFound />;
  return (
    <Incidents
      search={search}
      onSearch={(change) => void navigate({ search: (old) => ({ ...old, ...change }), replace: true })}
    />
  );
}
