import { createFileRoute } from '@tanstack/react-router';
import { MyCalendar } from '@/features/calendar/portal/MyCalendar';
import { MyNotices } from '@/features/notices/portal/MyNotices';
import { WaysOut } from '@/features/notices/portal/WaysOut';
import { PathLink } from '@/shared/routing/PathLink';
import { PageHeader } from '@/shared/ui/Page';
import { pathTo } from '../../shell/links';
import { useT } from '../../texts';

export const Route = createFileRoute('/_mine/varsler')({ component: Notices });

function Notices() {
  const t = useT();
  return (
    <div className="stack">
      <PageHeader title={t('place.notices')} lead={t('page.noticesLead')} />
      <MyNotices
        linkTo={(link, text) => {
          const path = pathTo(link.to, link.id);
          return path && <PathLink path={path}>{text}</PathLink>;
        }}
      />
      <WaysOut />
      <MyCalendar />
    </div>
  );
}
