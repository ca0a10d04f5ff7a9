import * as z from 'zod/mini';
import { readClock } from '@/shared/format/readClock';
import { say } from '@/shared/i18n/describeError';
import type { DayHours } from './queries';
import { asClock } from './told';

const LONGEST_BREAK = 600;
const hour = z.string().check(z.trim());
const readable = (typed: string) => readClock(typed) !== undefined;

export const hoursSchema = z
  .object({
    starts: hour,
    ends: hour,
    break_minutes: z.string().check(
      z.trim(),
      z.refine(
        (v) => /^\d{1,3}$/.test(v) && Number(v) <= LONGEST_BREAK,
        say('crew.breakWrong', { min: 0, max: LONGEST_BREAK }),
      ),
    ),
    away: z.boolean(),
  })
  .check(
    z.refine((v) => v.away || readable(v.starts), { error: 'crew.clockWrong', path: ['starts'] }),
    z.refine((v) => v.away || readable(v.ends), { error: 'crew.clockWrong', path: ['ends'] }),
  );
type Typed = z.infer<typeof hoursSchema>;

export const typedFrom = (hours: DayHours | null | undefined, ends = '15.30'): Typed => ({
  starts: asClock(hours?.starts) || '08.00',
  ends: asClock(hours?.ends) || ends,
  break_minutes: String(hours?.starts ? hours.break_minutes : 30),
  away: !!hours && !hours.starts,
});

export const sentFrom = (day: string, { starts, ends, break_minutes, away }: Typed) =>
  away
    ? { day, starts: null, ends: null, break_minutes: 0, away }
    : {
        day,
        starts: readClock(starts) ?? null,
        ends: readClock(ends) ?? null,
        break_minutes: Number(break_minutes),
        away,
      };
