import { useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import { day, isoDay } from '@/shared/format/dates';
import { DateField } from '@/shared/forms/DateField';
import { DialogForm } from '@/shared/forms/DialogForm';
import { RadioCards, SelectField, TextField } from '@/shared/forms/fields';
import { choice, optionalText, requiredDay, requiredText } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { say } from '@/shared/i18n/describeError';
import { toast } from '@/shared/ui/toasts';
import { orNull } from '../newResidentSchema';
import { useT } from '../texts';
import { checkFits, digitsOf, hasRightLength, lengthOf } from './checkDigits';
import { addIdentifier, identifierKinds, identifierSources } from './queries';

const schema = z
  .object({
    kind: choice(identifierKinds),
    value: requiredText(30, 'identifiers.valueMissing'),
    source: choice(identifierSources),
    from_day: requiredDay({ notAfterToday: true }),
    because: optionalText(200),
  })
  .check(({ value: v, issues }) => {
    const wrong = (path: string, message: string) =>
      issues.push({ code: 'custom', input: v, path: [path], message });
    if (!hasRightLength(v.kind, v.value))
      wrong('value', say('identifiers.wrongLength', { digits: lengthOf(v.kind) }));
    else if (checkFits(v.kind, v.value)) return;
    else if (v.kind !== 'duf') wrong('value', 'problem.not-a-person-number');
    else if (!v.because) wrong('because', 'identifiers.becauseMissing');
  });

interface Props {
  residentId: string;
  onSaved: () => Promise<unknown>;
  onClose: () => void;
}
export function AddIdentifier({ residentId, onSaved, onClose }: Props) {
  const t = useT();
  const state = useServerForm({
    schema,
    fieldOf: (field) => (field === 'check_overridden_because' ? 'because' : field),
    defaultValues: { value: '', from_day: day(isoDay()), because: '' },
    save: async ({ because, value, ...rest }, headers) => {
      const digits = digitsOf(value);
      const doubtful = rest.kind === 'duf' && !checkFits('duf', digits);
      await addIdentifier(
        residentId,
        { ...rest, value: digits, check_overridden_because: doubtful ? orNull(because) : null },
        headers,
      );
      await onSaved();
      toast(t('identifiers.added'));
      onClose();
    },
  });
  const [kind, value] = useWatch({ control: state.form.control, name: ['kind', 'value'] });
  const doubtful = kind === 'duf' && hasRightLength('duf', value) && !checkFits('duf', value);
  return (
    <DialogForm
      state={state}
      title={t('identifiers.add')}
      submitLabel={t('identifiers.save')}
      onClose={onClose}
    >
      <RadioCards
        name="kind"
        label={t('identifiers.kind')}
        columns={3}
        options={identifierKinds.map((k) => ({
          value: k,
          label: t(`identifiers.kind.${k}`),
          hint: t('identifiers.digits', { digits: lengthOf(k) }),
        }))}
      />
      <TextField
        name="value"
        label={t('identifiers.value')}
        hint={t('identifiers.valueHint')}
        inputMode="numeric"
        autoComplete="off"
        dir="ltr"
      />
      {doubtful && (
        <div className="clash" data-color="warning" role="status">
          <p className="flush">{t('identifiers.doubtful')}</p>
          <TextField name="because" label={t('identifiers.because')} hint={t('identifiers.becauseHint')} />
        </div>
      )}
      <div className="two">
        <SelectField
          name="source"
          label={t('identifiers.source')}
          options={identifierSources.map((s) => ({ value: s, label: t(`identifiers.source.${s}`) }))}
        />
        <DateField name="from_day" label={t('identifiers.fromDay')} />
      </div>
    </DialogForm>
  );
}
