import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '@/shared/api/problem';
import { joined } from '@/shared/format/joined';
import { PathLink } from '@/shared/routing/PathLink';
import { PageHeader } from '@/shared/ui/Page';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import { When } from '@/shared/ui/When';
import { type Meeting, meeting } from '../queries';
import { NoPersons } from '../start/fields';
import { useT } from '../texts';
import { MeetingState, useMeetingTime } from '../words';
import { Agenda } from './Agenda';
import { CancelDialog } from './CancelDialog';
import { MeetingActions, type Open } from './MeetingActions';
import { MinutesPart } from './MinutesPart';
import { MoveDialog } from './MoveDialog';
import { Outcomes } from './Outcomes';
import { Participants } from './Participants';
import '../meetings.css';
import './page.css';

export function MeetingPage({ id }: { id: string }) {
  const t = useT();
  const query = useQuery(meeting(id));
  if (query.isPending) return <LoadingState lines={10} />;
  // whoever may no longer see it shall not go on reading what is on the screen
  if (query.isError && (!query.data || query.error instanceof ApiError))
    return (
      <>
        <PageHeader title={t('meeting.one')} back={<Back />} />
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      </>
    );
  return <One meeting={query.data} />;
}

function Back() {
  const t = useT();
  return <PathLink path="/moter">{t('meetings.view./moter')}</PathLink>;
}

/** Agenda, minutes and what came of it on one page that is open while the meeting goes on. */
function One({ meeting: m }: { meeting: Meeting }) {
  const t = useT();
  const time = useMeetingTime();
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  return (
    <>
      <PageHeader
        title={m.title}
        back={<Back />}
        tags={<MeetingState meeting={m} />}
        lead={
          <span className="meet-lead">
            <span data-cancelled={m.status === 'cancelled' || undefined}>{time(m)}</span>
            <bdi>
              {joined(m.place, m.site?.name ?? t('start.wholeDistrict'), t(`meeting.kind.${m.kind}`))}
            </bdi>
          </span>
        }
        actions={<MeetingActions meeting={m} onOpen={setOpen} />}
      />
      {(m.moved_from || m.reason) && (
        <p className="meet-moved flush">
          {m.moved_from && (
            <>
              {t('meeting.movedFrom')} <When at={m.moved_from} as="short" />{' '}
            </>
          )}
          {m.reason && <bdi>{m.reason}</bdi>}
        </p>
      )}
      {m.kind === 'landlord' && <NoPersons />}
      <div className="meet">
        <div className="meet-main">
          <Agenda meeting={m} />
          <MinutesPart meeting={m} />
        </div>
        <div className="meet-side">
          <Participants meeting={m} />
          <Outcomes meeting={m} />
        </div>
      </div>
      {open === 'move' && <MoveDialog meeting={m} onClose={close} />}
      {open === 'cancel' && <CancelDialog meeting={m} onClose={close} />}
    </>
  );
}
