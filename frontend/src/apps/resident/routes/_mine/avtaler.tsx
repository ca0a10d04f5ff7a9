import { createFileRoute } from '@tanstack/react-router';
import { MyMeetings } from '@/features/meetings/portal/MyMeetings';
import { PageHeader } from '@/shared/ui/Page';
import { useT } from '../../texts';

export const Route = createFileRoute('/_mine/avtaler')({ component: Appointments });

function Appointments() {
  const t = useT();
  return (
    <>
      <PageHeader title={t('place.meetings')} lead={t('place.meetingsHint')} />
      <MyMeetings />
    </>
  );
}
