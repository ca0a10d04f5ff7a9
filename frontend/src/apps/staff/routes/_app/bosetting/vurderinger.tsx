import { createFileRoute } from '@tanstack/react-router';
import { CareList } from '@/features/placement/care/CareList';
import { useT } from '@/features/placement/texts';
import { useMay } from '@/shared/session/session';
import { PageHeader } from '@/shared/ui/Page';
import { NotFound } from '../../../shell/fallbacks';

export const Route = createFileRoute('/_app/bosetting/vurderinger')({ component: CarePage });

function CarePage() {
  const t = useT();
  if (!useMay('care:read')) return <NotFound />;
  return (
    <>
      <PageHeader title={t('care.pageTitle')} lead={t('care.pageLead')} />
      <CareList />
    </>
  );
}
