import { clock, isoDay } from '@/shared/format/dates';

/** The moment when a clock in Oslo shows this day and time: `2026-07-01` `08:00` → `2026-07-01T06:00:00.000Z`. */
export function osloInstant(day: string, time: string): string {
  const asIfUtc = new Date(`${day}T${time}:00Z`);
  const shown = new Date(`${isoDay(asIfUtc)}T${clock(asIfUtc).replace('.', ':')}:00Z`);
  return new Date(2 * asIfUtc.getTime() - shown.getTime()).toISOString();
}
