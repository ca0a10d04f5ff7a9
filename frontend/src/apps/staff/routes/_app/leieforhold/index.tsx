import { createFileRoute } from '@tanstack/react-router';
import { SameDayShare } from '@/features/tenancies/day/SameDayShare';
import { MoveInLink } from '@/features/tenancies/MoveInLink';
import { TenancyList } from '@/features/tenancies/TenancyList';
import { TenancyNav } from '@/features/tenancies/TenancyNav';
import { tenancySearch } from '@/features/tenancies/tenancySearch';
import { useT } from '@/features/tenancies/texts';
import { PageHeader } from '@/shared/ui/Page';

export const Route = createFileRoute('/_app/leieforhold/')({
  validateSearch: tenancySearch,
  component: TenanciesPage,
});

function TenanciesPage() {
  const t = useT();
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <>
      <PageHeader title={t('tenancies.list')} actions={<MoveInLink />} />
      <TenancyNav />
      <SameDayShare />
      <TenancyList
        search={search}
        onSearch={(change) =>
          void navigate({ search: (old) => ({ ...old, ...change }), replace: true, resetScroll: false })
        }
      />
    </>
  );
}
