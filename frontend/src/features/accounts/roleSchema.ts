import * as z from 'zod/mini';
import type { Schemas } from '@/shared/api/client';
import { day, isoDay } from '@/shared/format/dates';
import { optionalDay, optionalText, requiredDay, requiredText } from '@/shared/forms/rules';

const role = {
  organisation_id: z.string().check(z.minLength(1, 'form.choose')),
  role: z.string().check(z.minLength(1, 'form.choose')),
  from_day: requiredDay(),
  last_day: optionalDay(),
  where: z.enum(['all', 'some']),
  site_ids: z.array(z.string()),
};
const namedSites = (v: { where: string; site_ids: string[] }) => v.where === 'all' || v.site_ids.length > 0;
const sitesMissing = { error: 'account.sitesMissing', path: ['site_ids'] };

export const roleSchema = z.object(role).check(z.refine(namedSites, sitesMissing));
export const accountSchema = z
  .object({
    ...role,
    name: requiredText(200),
    user_name: z
      .string()
      .check(
        z.trim(),
        z.minLength(1, 'account.userNameMissing'),
        z.regex(/^$|^[A-Za-z0-9][A-Za-z0-9._@+-]{2,99}$/, 'account.userNameWrong'),
      ),
    phone: optionalText(40),
  })
  .check(z.refine(namedSites, sitesMissing));

export const noRole = {
  organisation_id: '',
  role: '',
  from_day: day(isoDay()),
  last_day: '',
  where: 'all' as const,
  site_ids: [] as string[],
};
export const roleBody = (v: z.output<typeof roleSchema>): Schemas['NewRole'] => ({
  organisation_id: v.organisation_id,
  role: v.role as Schemas['Role'],
  // today is when it is given: the server's own day may still be yesterday
  from_day: v.from_day === isoDay() ? null : v.from_day,
  last_day: v.last_day,
  site_ids: v.where === 'some' ? v.site_ids : null,
});
