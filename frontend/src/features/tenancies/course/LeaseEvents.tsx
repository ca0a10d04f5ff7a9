import { day } from '@/shared/format/dates';
import { When } from '@/shared/ui/When';
import { useT } from '../texts';
import type { Course } from './queries';

type Event = Course['events'][number];

/** What has happened to the lease, the latest first. */
export function LeaseEvents({ events }: { events: readonly Event[] }) {
  const t = useT();
  return (
    <ol className="timeline" aria-label={t('course.title')}>
      {events.map((e) => (
        <li key={e.id}>
          <div className="timeline-head">
            <span className="timeline-title">{t(`event.${e.kind}`)}</span>
            <span className="muted">
              <When at={e.on_day} as="day" /> · <bdi>{e.by_name ?? t('event.byClock')}</bdi>
            </span>
          </div>
          <EventDetails event={e} />
        </li>
      ))}
    </ol>
  );
}

function EventDetails({ event: { kind, last_day, grounds, agreed } }: { event: Event }) {
  const t = useT();
  const lines = [
    last_day && t(kind === 'renewed' ? 'event.newTerm' : 'event.lastDay', { day: day(last_day) }),
    kind === 'renewed' && !last_day && t('event.noTerm'),
    agreed && t('event.agreed'),
  ].filter((line) => typeof line === 'string');
  if (lines.length === 0 && !grounds) return null;
  return (
    <div className="timeline-body">
      {lines.length > 0 && <span>{lines.join(' · ')}</span>}
      {grounds && (
        <span className="line-sub">
          <bdi>{grounds}</bdi>
        </span>
      )}
    </div>
  );
}
