import { clock } from '@/shared/format/dates';
import { pathTo } from '@/shared/routing/links';
import { PathLink } from '@/shared/routing/PathLink';
import { StatusTag, type Tone } from '@/shared/ui/Tag';
import type { Happening } from './queries';
import { type T, useT } from './texts';

const words = {
  postponed: 'warning',
  done: 'neutral',
  due: 'neutral',
  move_in: 'info',
  move_out: 'info',
  delivery: 'info',
} as const satisfies Record<string, Tone>;
const isWord = (state: string): state is keyof typeof words => state in words;

export function stateOf(t: T, { state, certainty }: Happening): { text: string; tone: Tone } | undefined {
  if (isWord(state)) return { text: t(`calendar.state.${state}`), tone: words[state] };
  if (certainty === 'cancelled') return { text: t('calendar.state.cancelled'), tone: 'danger' };
  if (certainty === 'tentative') return { text: t('calendar.state.tentative'), tone: 'neutral' };
  return undefined;
}

/** A move is named by its unit and a delivery by who comes: their state is part of the name. */
export const isNamedByState = ({ room }: Happening): boolean => room === 'tenancies' || room === 'furnishing';

/** «Innflytting 204» */
export function nameOf(t: T, h: Happening): string {
  const state = isNamedByState(h) && stateOf(t, h);
  return state ? `${state.text} ${h.title}`.trim() : h.title;
}

/** 09.00–10.30, or nothing where no hour is known. */
export function hoursOf({ begins, ends }: Happening): string {
  if (!begins) return '';
  return ends ? `${clock(begins)}–${clock(ends)}` : clock(begins);
}

export function Entry({ happening: h }: { happening: Happening }) {
  const t = useT();
  const path = pathTo(h.link.to, h.link.id);
  const state = isNamedByState(h) ? undefined : stateOf(t, h);
  const name = nameOf(t, h);
  const title = h.certainty === 'cancelled' ? <s dir="auto">{name}</s> : <bdi>{name}</bdi>;
  return (
    <li className="cal-entry" data-room={h.room} data-over={h.certainty === 'cancelled'}>
      <span className="cal-time">{hoursOf(h)}</span>
      <span className="cal-what">
        {path ? <PathLink path={path}>{title}</PathLink> : title}
        {h.place && <bdi className="muted">{h.place}</bdi>}
        {(state || h.mine) && (
          <span className="cal-tags">
            {state && <StatusTag tone={state.tone}>{state.text}</StatusTag>}
            {h.mine && <StatusTag tone="info">{t('calendar.isMine')}</StatusTag>}
          </span>
        )}
      </span>
    </li>
  );
}
