import * as z from 'zod/mini';
import type { Schemas } from '@/shared/api/client';
import { choice, optionalDay, optionalText, requiredText } from '@/shared/forms/rules';

export type BirthDateSource = Schemas['BirthDateSource'];
export const birthDateSources = [
  'imdi',
  'population_register',
  'self_reported',
  'unknown',
] as const satisfies readonly BirthDateSource[];

/** Shared by the forms that name a person; 200 characters as in the population register. */
export const nameFields = {
  family_name: requiredText(200, 'resident.nameMissing'),
  given_name: optionalText(200),
  preferred_name: optionalText(200),
  native_name: optionalText(200),
};
export const birthFields = {
  birth_date: optionalDay({ notAfterToday: true }),
  birth_date_source: choice(birthDateSources),
};
export const orNull = (text: string): string | null => text || null;

// nested as the server names them, so that its errors find their fields
export const newResidentSchema = z.object({
  ...nameFields,
  ...birthFields,
  site_id: z.string(),
  portal_language: z.string(),
  languages: z.array(z.object({ language: z.string(), written: z.boolean(), interpreter: z.boolean() })),
  contact_points: z.array(z.object({ value: optionalText(200) })),
});
export type NewResidentForm = z.input<typeof newResidentSchema>;

/** What may be left for later. */
export const bareResident = {
  birth_date_source: 'unknown' as const,
  languages: [],
  contact_points: [],
} satisfies Partial<Schemas['NewResident']>;

export function newResidentBody(v: z.output<typeof newResidentSchema>): Schemas['NewResident'] {
  return {
    family_name: v.family_name,
    given_name: orNull(v.given_name),
    preferred_name: orNull(v.preferred_name),
    native_name: orNull(v.native_name),
    birth_date: v.birth_date,
    birth_date_source: v.birth_date ? v.birth_date_source : 'unknown',
    site_id: orNull(v.site_id),
    portal_language: v.portal_language,
    languages: v.languages.filter((l) => l.language).map((l) => ({ ...l, own: true, note: null })),
    contact_points: v.contact_points
      .filter((c) => c.value)
      .map((c) => ({ kind: 'phone', value: c.value, note: null })),
  };
}
