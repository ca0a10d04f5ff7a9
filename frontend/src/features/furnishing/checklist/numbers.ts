import * as z from 'zod/mini';
import { say } from '@/shared/i18n/describeError';

/** A number as people type it. */
export const wholeNumber = (min: number, max: number, message: string) =>
  z.pipe(
    z.string().check(
      z.trim(),
      z.refine(
        (v) => /^\d{1,3}$/.test(v) && Number(v) >= min && Number(v) <= max,
        say(message, { min, max }),
      ),
    ),
    z.transform(Number),
  );
