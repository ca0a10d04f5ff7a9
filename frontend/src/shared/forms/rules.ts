import * as z from 'zod/mini';
import { isoDay, readDay } from '@/shared/format/dates';
import { say } from '@/shared/i18n/describeError';

// zod/mini carries no sentences of its own; whatever a rule does not name reads «check this field»
z.config({ customError: () => 'form.invalid' });

/** Messages are catalogue ids; the fields translate them. */
export const requiredText = (max: number, missing = 'form.required') =>
  z.string().check(z.trim(), z.minLength(1, missing), z.maxLength(max, say('form.tooLong', { max })));

export const optionalText = (max: number) =>
  z.string().check(z.trim(), z.maxLength(max, say('form.tooLong', { max })));

export const choice = <const T extends readonly [string, ...string[]]>(values: T, missing = 'form.choose') =>
  z.enum(values, { error: () => missing });

interface DayLimits {
  notAfterToday?: boolean;
}
/** Typed as 13.02.2024, handed on as 2024-02-13. */
export const requiredDay = ({ notAfterToday }: DayLimits = {}) =>
  z.pipe(
    z.string().check(
      z.trim(),
      z.minLength(1, 'form.dayMissing'),
      z.refine((v) => v === '' || readDay(v) !== undefined, 'form.dayWrong'),
      z.refine((v) => !notAfterToday || (readDay(v) ?? '') <= isoDay(), 'form.dayInFuture'),
    ),
    z.transform((v) => readDay(v) ?? ''),
  );
export const optionalDay = ({ notAfterToday }: DayLimits = {}) =>
  z.pipe(
    z.string().check(
      z.trim(),
      z.refine((v) => v === '' || readDay(v) !== undefined, 'form.dayWrong'),
      z.refine((v) => !notAfterToday || (readDay(v) ?? '') <= isoDay(), 'form.dayInFuture'),
    ),
    z.transform((v) => readDay(v) ?? null),
  );

/** Spaces and dashes are how people write numbers. */
export const phone = (missing = 'form.phoneMissing') =>
  z.pipe(
    z.string().check(
      z.trim(),
      z.minLength(1, missing),
      z.refine((v) => v === '' || /^\+?[\d\s()-]{3,20}$/.test(v), 'form.phoneWrong'),
    ),
    z.transform((v) => v.replace(/[\s()-]/g, '')),
  );
