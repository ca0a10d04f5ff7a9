import type { Tone } from '@/shared/ui/Tag';
import type { ClockStep } from './queries';

/** In the order a fixed term meets them, with the tone each is shown in. */
export const clockSteps = {
  running: 'neutral',
  prepare: 'info',
  expired: 'warning',
  month_1: 'warning',
  month_2: 'warning',
  month_3: 'danger',
  open_ended: 'danger',
  asked_to_move: 'info',
} as const satisfies Record<ClockStep, Tone>;

/** Behind the last day, and nobody has written yet. */
export const isPast = (step: ClockStep): boolean =>
  step === 'expired' || step === 'month_1' || step === 'month_2' || step === 'month_3';

function moved(iso: string, days: number): string {
  const date = new Date(`${iso}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
/** As yyyy-mm-dd. */
export const dayBefore = (iso: string): string => moved(iso, -1);
export const dayAfter = (iso: string): string => moved(iso, 1);
