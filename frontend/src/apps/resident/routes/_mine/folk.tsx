import { createFileRoute } from '@tanstack/react-router';
import { MyPeople } from '@/features/people/portal/MyPeople';
import { PageHeader } from '@/shared/ui/Page';
import { useT } from '../../texts';

export const Route = createFileRoute('/_mine/folk')({ component: People });

function People() {
  const t = useT();
  return (
    <>
      <PageHeader title={t('place.people')} lead={t('page.peopleLead')} />
      <MyPeople />
    </>
  );
}
