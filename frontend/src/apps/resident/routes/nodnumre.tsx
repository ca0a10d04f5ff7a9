import { createFileRoute } from '@tanstack/react-router';
import { EmergencyNumbers } from '@/features/emergency/portal/EmergencyNumbers';
import { PageHeader } from '@/shared/ui/Page';
import { useT } from '../texts';

export const Route = createFileRoute('/nodnumre')({ component: Emergency });

function Emergency() {
  const t = useT();
  return (
    <>
      <PageHeader title={t('place.emergency')} lead={t('page.emergencyLead')} />
      <EmergencyNumbers />
    </>
  );
}
