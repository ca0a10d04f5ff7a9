import * as z from 'zod/mini';

// What stands in the address may be typed by anyone: a value that does not fit is as good as none.
const orNone = <T extends z.ZodMiniType>(schema: T) => z.catch(z.optional(schema), undefined);

/** `validateSearch: z.object({ status: oneOf(statuses), q: words(), mine: flag(), sort: oneOf(sorts) })` */
export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) => orNone(z.enum(values));
export const words = (max = 100) => orNone(z.string().check(z.trim(), z.minLength(1), z.maxLength(max)));
export const flag = () => orNone(z.literal(true));
export const dayValue = () => orNone(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)));
export const idValue = () => orNone(z.string().check(z.regex(/^[\w-]{1,64}$/)));

/** How many of the named filters are set. */
export const countSet = (search: Record<string, unknown>, names: readonly string[]): number =>
  names.filter((n) => search[n] !== undefined && search[n] !== '').length;
