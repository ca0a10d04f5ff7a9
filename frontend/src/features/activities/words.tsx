import { useQuery } from '@tanstack/react-query';
import { isoDay, day as wholeDay } from '@/shared/format/dates';
import { useLocale } from '@/shared/i18n';
import { colleagues } from '@/shared/people/colleagues';
import { StatusTag } from '@/shared/ui/Tag';
import { ActivityStatusWord } from '@/shared/words/tags';
import type { Activity, ListedActivity } from './queries';
import { useT } from './texts';
import { hours, shortDay, weekday } from './weeks';

type Dated = Pick<ListedActivity, 'day' | 'starts' | 'ends'>;

/** Onsdag 13.02 kl. 12.00, as the municipality writes it; another year than this is named. */
export function DayText({ of: { day, starts, ends } }: { of: Dated }) {
  const t = useT();
  const locale = useLocale();
  if (!day) return <span className="muted">{t('activity.openDay')}</span>;
  const name = weekday(day, locale);
  const thisYear = day.slice(0, 4) === isoDay().slice(0, 4);
  return (
    <time dateTime={day}>
      <span className="act-weekday">{name}</span>{' '}
      <bdi className="figures">{thisYear ? shortDay(day) : wholeDay(day)}</bdi>
      {starts && <span className="muted"> {t('activity.at', { hours: hours(starts, ends) })}</span>}
    </time>
  );
}

export const isOver = ({ status }: Pick<ListedActivity, 'status'>) =>
  status === 'postponed' || status === 'cancelled';
export const isComing = ({ status }: Pick<ListedActivity, 'status'>) =>
  status === 'planned' || status === 'booked' || status === 'confirmed';

export function TitleText({ of: activity }: { of: ListedActivity }) {
  const t = useT();
  const text = activity.title ?? t('activity.open_slot');
  return isOver(activity) ? (
    <s>
      <bdi>{text}</bdi>
    </s>
  ) : (
    <bdi>{text}</bdi>
  );
}

export function StateTags({ of: activity }: { of: ListedActivity }) {
  const t = useT();
  return (
    <span className="row tight">
      <ActivityStatusWord status={activity.status} />
      {activity.weather_dependent && isComing(activity) && <StatusTag>{t('activity.weather')}</StatusTag>}
    </span>
  );
}

/** Where it went, or what the paper said of its day. */
export function LineNote({ of: activity }: { of: ListedActivity }) {
  const t = useT();
  const locale = useLocale();
  const { reason, moved_to: moved, weekday_text: printed, day } = activity;
  return (
    <>
      {isOver(activity) && (
        <span className="muted act-note">
          {reason && t(`activity.reason.${reason}`)}
          {moved && (
            <>
              {reason && ' · '}
              {t('activity.movedTo')} <DayText of={{ ...moved, ends: null }} />
            </>
          )}
        </span>
      )}
      {printed && day && (
        <span className="act-note act-slip">
          {t('activity.printed', { printed, date: shortDay(day), real: weekday(day, locale) })}
        </span>
      )}
    </>
  );
}

export function SeatsText({ of: activity }: { of: ListedActivity | Activity }) {
  const t = useT();
  const { status, taken, capacity, waiting, attended } = activity;
  const nobody = taken + waiting + attended === 0 && capacity === null;
  if (status === 'idea' || status === 'open_slot' || nobody) return null;
  return (
    <span className="figures">
      {capacity === null ? taken : t('activity.seats', { taken, capacity })}
      {waiting > 0 && isComing(activity) && (
        <span className="muted"> · {t('activity.waitingCount', { count: waiting })}</span>
      )}
      {attended > 0 && <span className="muted"> · {t('activity.came', { count: attended })}</span>}
    </span>
  );
}

const arranging: ReadonlySet<string> = new Set([
  'env_worker',
  'culture',
  'manager',
  'settler',
  'nav_advisor',
  'intro_advisor',
]);
/** Who can have an activity, each once; `known` also before the others are there. Whether they see this site, the server says. */
export function useResponsibles(
  known?: { id: string; name: string } | null,
): { value: string; label: string }[] {
  const { data } = useQuery(colleagues);
  const people = new Map<string, string>(known ? [[known.id, known.name]] : []);
  for (const c of data?.items ?? []) if (arranging.has(c.role)) people.set(c.id, c.name);
  return [...people].map(([value, label]) => ({ value, label }));
}
