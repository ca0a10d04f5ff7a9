import { createFileRoute } from '@tanstack/react-router';
import { FurnishingNav } from '@/features/furnishing/FurnishingNav';
import { Ordering } from '@/features/furnishing/orders/Ordering';
import { useT } from '@/features/furnishing/texts';
import { PageHeader } from '@/shared/ui/Page';

export const Route = createFileRoute('/_app/klargjoring/bestilling')({ component: OrderingPage });

function OrderingPage() {
  const t = useT();
  return (
    <>
      <PageHeader title={t('furnishing.view.orders')} />
      <FurnishingNav />
      <Ordering />
    </>
  );
}
