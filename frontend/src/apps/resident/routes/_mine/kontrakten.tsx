import { createFileRoute } from '@tanstack/react-router';
import { MyContract } from '@/features/tenancies/portal/MyContract';
import { PageHeader } from '@/shared/ui/Page';
import { useT } from '../../texts';

export const Route = createFileRoute('/_mine/kontrakten')({ component: Contract });

function Contract() {
  const t = useT();
  return (
    <>
      <PageHeader title={t('place.contract')} />
      <MyContract />
    </>
  );
}
