import { createFileRoute } from '@tanstack/react-router';
import { MyWeeks } from '@/features/activities/portal/MyWeeks';
import { PageHeader } from '@/shared/ui/Page';
import { useT } from '../../texts';

export const Route = createFileRoute('/_mine/uka')({ component: Week });

function Week() {
  const t = useT();
  return (
    <>
      <PageHeader title={t('place.week')} lead={t('page.weekLead')} />
      <MyWeeks />
    </>
  );
}
