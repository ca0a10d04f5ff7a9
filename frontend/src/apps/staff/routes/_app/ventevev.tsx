import { createFileRoute } from '@tanstack/react-router';
import { WaitingList } from '@/features/milestones/house/WaitingList';
import { WaitingTimes } from '@/features/milestones/house/WaitingTimes';
import { waitingSearch } from '@/features/milestones/house/waitingSearch';
import { useT } from '@/features/milestones/texts';
import { useMay, useSite } from '@/shared/session/session';
import { PageHeader } from '@/shared/ui/Page';

export const Route = createFileRoute('/_app/ventevev')({
  validateSearch: waitingSearch,
  component: WaitingPage,
});

function WaitingPage() {
  const t = useT();
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  const { site } = useSite();
  const seesPersons = useMay('milestones:read');
  return (
    <>
      <PageHeader title={t('milestones.title')} lead={t('milestones.lead')} />
      <div className="stack waiting-page">
        {seesPersons && (
          <WaitingList
            search={search}
            onSearch={(change) =>
              void navigate({ search: (old) => ({ ...old, ...change }), replace: true, resetScroll: false })
            }
          />
        )}
        {site && <WaitingTimes siteId={site.id} />}
      </div>
    </>
  );
}
