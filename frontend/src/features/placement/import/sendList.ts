import { body, client, type Schemas } from '@/shared/api/client';
import type { SettlementRequest } from '../queries';

export type Preview = Schemas['PreviewView'];
export type PreviewRow = Preview['rows'][number];
export type Finding = PreviewRow['findings'][number];
export type FieldName = Schemas['Field'];
export type Reading = Required<Schemas['Reading']>;
export type ImportList = Schemas['ImportList'];

export const largestFile = 5 * 1024 * 1024;
export const fieldNames = [
  'household',
  'relation',
  'given_name',
  'family_name',
  'birth_date',
  'sex',
  'citizenship',
  'own_languages',
  'written_languages',
  'interpreter_languages',
  'education',
  'work',
  'care_note',
  'requirements',
  'support',
  'duf',
  'case_ref',
  'granted_on',
  'current_place',
  'planned_on',
  'protection',
] as const satisfies readonly FieldName[];

export const untouched: Reading = { columns: null, fixes: [], left_out: [], grades_checked: false };

function formOf(file: File, details: object): FormData {
  const form = new FormData();
  form.append('file', file, file.name);
  form.append('details', JSON.stringify(details));
  return form;
}
// the contract describes the parts of the form; what is sent is the form itself
const asForm = (file: File, details: object) => ({
  body: { file: '', details: '' },
  bodySerializer: () => formOf(file, details),
});

export const preview = (file: File, how: Reading): Promise<Preview> =>
  body(client.POST('/v1/settlement-requests/preview', asForm(file, how)));
export const importList = (
  file: File,
  list: ImportList,
  headers: { 'Idempotency-Key': string },
): Promise<SettlementRequest> =>
  body(client.POST('/v1/settlement-requests', { ...asForm(file, list), headers }));

/** What somebody wrote in place of the file: the last word for each field of each row. */
export function corrected(
  fixes: Reading['fixes'],
  line: number,
  values: Record<string, string>,
): Reading['fixes'] {
  const names = Object.keys(values);
  return [
    ...fixes.filter((f) => f.line !== line || !names.includes(f.field)),
    ...fieldNames
      .filter((f) => names.includes(f))
      .map((field) => ({ line, field, value: values[field] ?? '' })),
  ];
}
