import { createFileRoute } from '@tanstack/react-router';
import { FurnishingList } from '@/features/furnishing/FurnishingList';
import { FurnishingNav } from '@/features/furnishing/FurnishingNav';
import { type FurnishingSearch, furnishingSearch } from '@/features/furnishing/furnishingSearch';
import { OpenChecklists } from '@/features/furnishing/OpenChecklists';
import { useT } from '@/features/furnishing/texts';
import { usePatchSearch } from '@/shared/routing/usePatchSearch';
import { PageHeader } from '@/shared/ui/Page';

export const Route = createFileRoute('/_app/klargjoring/')({
  validateSearch: furnishingSearch,
  component: FurnishingPage,
});

function FurnishingPage() {
  const t = useT();
  return (
    <>
      <PageHeader title={t('furnishing.title')} actions={<OpenChecklists />} />
      <FurnishingNav />
      <FurnishingList search={Route.useSearch()} onSearch={usePatchSearch<FurnishingSearch>()} />
    </>
  );
}
