import { createFileRoute } from '@tanstack/react-router';
import { mapSearch } from '@/features/contacts/contactSearch';
import { SiteMap } from '@/features/contacts/map/SiteMap';
import { Tabs } from '@/features/contacts/Tabs';
import { useT } from '@/features/contacts/texts';
import { useSession } from '@/shared/session/session';
import { FilterSelect } from '@/shared/ui/FilterBar';

export const Route = createFileRoute('/_app/kontakter/ansvar/$siteId')({
  validateSearch: mapSearch,
  component: MapPage,
});

function MapPage() {
  const t = useT();
  const { siteId } = Route.useParams();
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  const { sites } = useSession();
  return (
    <SiteMap
      key={siteId}
      siteId={siteId}
      search={search}
      onSearch={(change) =>
        void navigate({ search: (old) => ({ ...old, ...change }), replace: true, resetScroll: false })
      }
      tabs={<Tabs siteId={siteId} />}
      sites={
        sites.length > 1 && (
          <FilterSelect
            label={t('contact.site')}
            value={siteId}
            options={sites.map((s) => ({ value: s.id, label: s.name }))}
            onChange={(to) => to && void navigate({ params: { siteId: to }, search: (old) => old })}
          />
        )
      }
    />
  );
}
