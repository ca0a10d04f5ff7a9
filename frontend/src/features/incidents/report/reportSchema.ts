import * as z from 'zod/mini';
import type { Schemas } from '@/shared/api/client';
import { osloInstant } from '@/shared/format/osloInstant';
import { readClock } from '@/shared/format/readClock';
import type { Pick } from '@/shared/forms/PickField';
import { choice, optionalDay, optionalText, requiredText } from '@/shared/forms/rules';
import { incidentCategories, keysOf, severities } from '@/shared/words/values';

export const reportSchema = z
  .object({
    category: choice(incidentCategories, 'report.categoryMissing'),
    title: requiredText(200, 'report.titleMissing'),
    severity: choice(keysOf(severities)),
    where: z.enum(['unit', 'common']),
    site_id: z.string(),
    unit_id: z.nullable(z.custom<Pick>()),
    place: optionalText(200),
    description: optionalText(4000),
    earlier: z.boolean(),
    day: optionalDay(),
    clock: z.string(),
    share_pictures: z.boolean(),
  })
  .check(
    z.refine((v) => !v.earlier || v.day !== null, { path: ['day'], message: 'form.dayMissing' }),
    z.refine((v) => !v.earlier || readClock(v.clock) !== undefined, {
      path: ['clock'],
      message: 'report.clockWrong',
    }),
    z.refine(
      (v) =>
        !v.earlier ||
        !v.day ||
        new Date(osloInstant(v.day, readClock(v.clock) ?? '00:00')).getTime() <= Date.now() + 600_000,
      { path: ['day'], message: 'report.notYet' },
    ),
  );
export type ReportInput = z.input<typeof reportSchema>;
export type Report = z.output<typeof reportSchema>;

/** What has no answer yet is left out. */
export const emptyReport: Omit<ReportInput, 'category' | 'severity'> = {
  title: '',
  where: 'unit',
  site_id: '',
  unit_id: null,
  place: '',
  description: '',
  earlier: false,
  day: '',
  clock: '',
  share_pictures: false,
};

export function toServer(v: Report): Schemas['NewIncident'] {
  const unit = v.where === 'unit' ? v.unit_id : null;
  const time = readClock(v.clock);
  return {
    category: v.category,
    title: v.title,
    severity: v.severity,
    // the unit knows its site
    ...(unit ? { unit_id: unit.id } : v.site_id && { site_id: v.site_id }),
    ...(v.place && { place: v.place }),
    ...(v.description && { description: v.description }),
    parties: [],
    ...(v.earlier && v.day && time && { occurred_at: osloInstant(v.day, time) }),
  };
}
