import { createFileRoute } from '@tanstack/react-router';
import { FurnishingNav } from '@/features/furnishing/FurnishingNav';
import { Packages } from '@/features/furnishing/packages/Packages';
import { useT } from '@/features/furnishing/texts';
import { PageHeader } from '@/shared/ui/Page';

export const Route = createFileRoute('/_app/klargjoring/pakker')({ component: PackagesPage });

function PackagesPage() {
  const t = useT();
  return (
    <>
      <PageHeader title={t('furnishing.view.packages')} />
      <FurnishingNav />
      <Packages />
    </>
  );
}
