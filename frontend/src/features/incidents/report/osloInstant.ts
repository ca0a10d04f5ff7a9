import { clock, isoDay } from '@/shared/format/dates';

/** The moment when a clock in Oslo shows this day and time: `2026-07-01` `08:00` → `2026-07-01T06:00:00.000Z`. */
export function osloInstant(day: string, time: string): string {
  const asIfUtc = new Date(`${day}T${time}:00Z`);
  const shown = new Date(`${isoDay(asIfUtc)}T${clock(asIfUtc).replace('.', ':')}:00Z`);
  return new Date(2 * asIfUtc.getTime() - shown.getTime()).toISOString();
}

/** Reads 8, 08, 8.05, 0805 and 08:05. Undefined when no clock shows it. */
export function readClock(typed: string): string | undefined {
  const m = /^(\d{1,2})(?:[.:]?(\d{2}))?$/.exec(typed.trim());
  const [hour, minute] = [Number(m?.[1]), Number(m?.[2] ?? 0)];
  if (!m || hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
