import * as z from 'zod/mini';
import type { Schemas } from '@/shared/api/client';
import type { Hours } from '@/shared/format/hours';
import { showPhone } from '@/shared/format/phone';
import { choice, optionalText } from '@/shared/forms/rules';
import { contactOrganisations } from '@/shared/words/values';
import type { Contact } from '../queries';

/** Who it is: somebody with an account here, an organisation that has accounts, or neither. */
export const origins = ['user', 'person', 'organisation', 'service'] as const;
export const spans = ['1-5', '1-7', '1', '2', '3', '4', '5', '6', '7'] as const;

const clockTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'hours.time'));
const hourRow = z
  .object({ days: choice(spans), from_time: clockTime, to_time: clockTime, note: optionalText(200) })
  .check(
    z.refine((h) => h.to_time === '00:00' || h.to_time > h.from_time, {
      error: 'hours.order',
      path: ['to_time'],
    }),
  );
const optionalPhone = z.string().check(
  z.trim(),
  z.refine((v) => v === '' || /^\+?[\d\s()-]{3,20}$/.test(v), 'form.phoneWrong'),
);

const common = {
  organisation_name: optionalText(200),
  site_id: z.string(),
  phone: optionalPhone,
  email: optionalText(200),
  title: optionalText(200),
  helps_with: optionalText(4000),
  languages: z.array(z.string()),
  visible_to_residents: z.boolean(),
  hours: z.array(hourRow),
};
export const editSchema = z.object({ ...common, name: optionalText(200) });
export const newSchema = z
  .object({
    ...common,
    origin: choice(origins),
    organisation: choice(contactOrganisations),
    user_id: z.string(),
    organisation_id: z.string(),
    name: optionalText(200),
  })
  .check(
    z.refine((v) => v.origin !== 'user' || v.user_id !== '', { error: 'form.choose', path: ['user_id'] }),
    z.refine((v) => v.origin !== 'organisation' || v.organisation_id !== '', {
      error: 'form.choose',
      path: ['organisation_id'],
    }),
    z.refine((v) => v.origin === 'user' || v.origin === 'organisation' || v.name !== '', {
      error: 'contact.nameMissing',
      path: ['name'],
    }),
  );
export type EditValues = z.input<typeof editSchema>;
export type NewValues = z.input<typeof newSchema>;
type HourRow = z.output<typeof hourRow>;

export const emptyRow: HourRow = { days: '1-5', from_time: '08:00', to_time: '15:30', note: '' };

/** «mandag–fredag» is one line in the form and five in the week. */
export const spread = (rows: readonly HourRow[]): Schemas['HoursInput'][] =>
  rows.flatMap(({ days, note, ...times }) => {
    const [first = 1, last = first] = days.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, i) => ({
      weekday: first + i,
      ...times,
      note: note || null,
    }));
  });

export function gathered(hours: readonly Hours[]): HourRow[] {
  const byTimes = new Map<string, Hours[]>();
  for (const h of hours) {
    const key = [h.from_time, h.to_time, h.note].join('|');
    byTimes.set(key, [...(byTimes.get(key) ?? []), h]);
  }
  return [...byTimes.values()].flatMap((same) => {
    const days = same.map((h) => h.weekday).join('');
    const span = ({ '12345': '1-5', '1234567': '1-7' } as const)[days];
    return (span ? same.slice(0, 1) : same).map((h) => ({
      days: span ?? (`${h.weekday}` as HourRow['days']),
      from_time: h.from_time,
      to_time: h.to_time,
      note: h.note ?? '',
    }));
  });
}

export const valuesOf = (c: Contact): EditValues => ({
  name: isLinked(c) ? '' : c.name,
  phone: isLinked(c) || !c.phone ? '' : showPhone(c.phone),
  organisation_name: c.written_organisation_name ?? '',
  site_id: c.site?.id ?? '',
  email: c.email ?? '',
  title: c.title ?? '',
  helps_with: c.helps_with ?? '',
  languages: [...c.languages],
  visible_to_residents: c.visible_to_residents,
  hours: gathered(c.hours),
});

/** Name and telephone stand with the user or the organisation, and are not written here. */
export const isLinked = (c: Contact) => c.user_id !== null || c.organisation_id !== null;

export const orNull = (text: string): string | null => text || null;
/** The week is checked whole, so whatever is wrong with it is said over all its lines. */
export const fieldOf = (field: string) => (field.startsWith('hours') ? 'hours' : field);

export const commonBody = (v: z.output<typeof editSchema>) => ({
  organisation_name: orNull(v.organisation_name),
  site_id: orNull(v.site_id),
  email: orNull(v.email),
  title: orNull(v.title),
  helps_with: orNull(v.helps_with),
  languages: v.languages,
  visible_to_residents: v.visible_to_residents,
  hours: spread(v.hours),
});
