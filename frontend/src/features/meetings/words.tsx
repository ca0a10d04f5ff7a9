import { clock, dayAndClock, inWords, isoDay } from '@/shared/format/dates';
import { useLocale } from '@/shared/i18n';
import { StatusTag, type Tone } from '@/shared/ui/Tag';
import type { Action, ListedMeeting, Meeting } from './queries';
import { useT } from './texts';

const tones = {
  planned: 'info',
  moved: 'warning',
  held: 'success',
  cancelled: 'danger',
} as const satisfies Record<ListedMeeting['status'], Tone>;

/** Nothing is said of a meeting that is simply as planned. */
export function MeetingState({ meeting }: { meeting: Pick<ListedMeeting, 'status' | 'minutes_state'> }) {
  const t = useT();
  const { status, minutes_state: minutes } = meeting;
  return (
    <>
      {status !== 'planned' && <StatusTag tone={tones[status]}>{t(`meeting.status.${status}`)}</StatusTag>}
      {minutes !== 'none' && (
        <StatusTag tone={minutes === 'draft' ? 'warning' : 'success'}>
          {t(`minutes.state.${minutes}`)}
        </StatusTag>
      )}
    </>
  );
}

/** «mandag 23. november 2026 kl. 09.00–09.45» */
export function useMeetingTime() {
  const locale = useLocale();
  return ({ begins_at, ends_at }: Pick<ListedMeeting, 'begins_at' | 'ends_at'>): string =>
    `${inWords(begins_at, locale)}–${clock(ends_at)}`;
}

/** «tir. 23.11.2026 09.00–09.45», for lists */
export function useShortTime() {
  const locale = useLocale();
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'Europe/Oslo' });
  return ({ begins_at, ends_at }: Pick<ListedMeeting, 'begins_at' | 'ends_at'>): string =>
    `${weekday.format(new Date(begins_at))} ${dayAndClock(begins_at)}–${clock(ends_at)}`;
}

export const isLate = (action: Pick<Action, 'status' | 'due_on'>): boolean =>
  action.status === 'open' && action.due_on < isoDay();

/** It will be held: as planned, or on its new day. */
export const isAhead = ({ status }: Pick<ListedMeeting, 'status'>): boolean =>
  status === 'planned' || status === 'moved';

/** Something may still be written: not cancelled, and no approved minutes stand. */
export const isOpen = (m: Pick<Meeting, 'status' | 'minutes_state'>): boolean =>
  m.status !== 'cancelled' && m.minutes_state !== 'approved';
