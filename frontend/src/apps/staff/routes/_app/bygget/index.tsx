import { createFileRoute } from '@tanstack/react-router';
import { Building } from '@/features/building/Building';
import { type BuildingSearch, buildingSearch } from '@/features/building/buildingSearch';
import { usePatchSearch } from '@/shared/routing/usePatchSearch';

export const Route = createFileRoute('/_app/bygget/')({
  validateSearch: buildingSearch,
  component: BuildingPage,
});

function BuildingPage() {
  return <Building search={Route.useSearch()} onSearch={usePatchSearch<BuildingSearch>()} />;
}
