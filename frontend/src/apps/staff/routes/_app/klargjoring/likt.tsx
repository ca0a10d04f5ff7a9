import { createFileRoute } from '@tanstack/react-router';
import { EqualTreatment } from '@/features/furnishing/equality/EqualTreatment';
import { FurnishingNav } from '@/features/furnishing/FurnishingNav';
import { useT } from '@/features/furnishing/texts';
import { PageHeader } from '@/shared/ui/Page';

export const Route = createFileRoute('/_app/klargjoring/likt')({ component: EqualTreatmentPage });

function EqualTreatmentPage() {
  const t = useT();
  return (
    <>
      <PageHeader title={t('furnishing.view.equal')} />
      <FurnishingNav />
      <EqualTreatment />
    </>
  );
}
