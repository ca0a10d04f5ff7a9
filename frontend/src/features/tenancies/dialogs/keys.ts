import * as z from 'zod/mini';

/** 0 to 20 keys, typed as a number. */
export const keysField = () =>
  z.pipe(
    z.string().check(
      z.trim(),
      z.minLength(1, 'keys.missing'),
      z.refine((v) => v === '' || (/^\d{1,2}$/.test(v) && Number(v) <= 20), 'keys.wrong'),
    ),
    z.transform(Number),
  );
