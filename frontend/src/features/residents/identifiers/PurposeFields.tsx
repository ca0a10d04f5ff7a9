import { SelectField, TextField } from '@/shared/forms/fields';
import { choice, requiredText } from '@/shared/forms/rules';
import { useT } from '../texts';
import { purposes } from './queries';

export const purposeFields = {
  purpose: choice(purposes, 'identifiers.purposeMissing'),
  note: requiredText(200, 'identifiers.noteMissing'),
};

/** A whole number is shown or searched for a factual need only (personopplysningsloven § 12); the resident can read both. */
export function PurposeFields() {
  const t = useT();
  return (
    <>
      <SelectField
        name="purpose"
        label={t('identifiers.purpose')}
        options={purposes.map((p) => ({ value: p, label: t(`identifiers.purpose.${p}`) }))}
      />
      <TextField name="note" label={t('identifiers.note')} hint={t('identifiers.noteHint')} />
    </>
  );
}
