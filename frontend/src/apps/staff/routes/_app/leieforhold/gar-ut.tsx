import { createFileRoute } from '@tanstack/react-router';
import { RunningOut } from '@/features/tenancies/course/RunningOut';
import { runningOutSearch } from '@/features/tenancies/course/runningOutSearch';
import { TenancyNav } from '@/features/tenancies/TenancyNav';
import { useT } from '@/features/tenancies/texts';
import { PageHeader } from '@/shared/ui/Page';

export const Route = createFileRoute('/_app/leieforhold/gar-ut')({
  validateSearch: runningOutSearch,
  component: RunningOutPage,
});

function RunningOutPage() {
  const t = useT();
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <>
      <PageHeader title={t('out.title')} lead={t('out.lead')} />
      <TenancyNav />
      <RunningOut
        search={search}
        onSearch={(change) =>
          void navigate({ search: (old) => ({ ...old, ...change }), replace: true, resetScroll: false })
        }
      />
    </>
  );
}
