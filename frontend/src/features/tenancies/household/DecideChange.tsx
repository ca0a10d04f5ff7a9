import { useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import { ChangedMeanwhile } from '@/shared/forms/ChangedMeanwhile';
import { DialogForm } from '@/shared/forms/DialogForm';
import { RadioCards, SelectField, TextField } from '@/shared/forms/fields';
import { choice, optionalText } from '@/shared/forms/rules';
import { useEditForm } from '@/shared/forms/useEditForm';
import { toast } from '@/shared/ui/toasts';
import { useT } from '../texts';
import { type Change, decideChange, useKeepChange, useReloadChange } from './queries';

const answers = ['yes', 'no'] as const;
const grounds = ['too_many', 'dwelling_unfit'] as const;
const schema = z.object({
  answer: choice(answers),
  refused_because: z.string(),
  refusal_note: optionalText(200),
});

/** The landlord's answer: by the number of people and the dwelling, nothing else. */
export function DecideChange({ change, onClose }: { change: Change; onClose: () => void }) {
  const t = useT();
  const keep = useKeepChange(change.tenancy_id);
  const state = useEditForm({
    record: change,
    valuesOf: () =>
      ({ answer: '', refused_because: '', refusal_note: '' }) as unknown as z.input<typeof schema>,
    schema,
    reload: useReloadChange(change),
    save: async ({ answer, refused_because, refusal_note }, version, key) => {
      const approved = answer === 'yes';
      const refusal = {
        refused_because: grounds.find((g) => g === refused_because) ?? null,
        refusal_note: refusal_note || null,
      };
      await decideChange(change.id, { version, approved, ...(approved ? {} : refusal) }, key);
      keep();
      toast(t(approved ? 'joining.approved' : 'joining.refused'));
      onClose();
    },
  });
  const answer = useWatch({ control: state.form.control, name: 'answer' });
  return (
    <DialogForm
      state={state}
      title={t('joining.decideTitle', { unit: change.unit_label })}
      submitLabel={t('joining.decide')}
      onClose={onClose}
    >
      <ChangedMeanwhile state={state} labels={{}} />
      <p className="flush">
        {t('joining.numbers', {
          now: change.size_now,
          after: change.size_now + 1,
          capacity: change.capacity,
          relation: t(`joining.relation.${change.relation ?? 'other'}`),
        })}
      </p>
      <RadioCards
        name="answer"
        label={t('joining.answer')}
        columns={2}
        options={answers.map((value) => ({ value, label: t(`joining.answer.${value}`) }))}
      />
      {answer === 'no' && (
        <>
          <SelectField
            name="refused_because"
            label={t('joining.because')}
            hint={t('joining.becauseHint')}
            options={grounds.map((value) => ({ value, label: t(`joining.ground.${value}`) }))}
          />
          <TextField name="refusal_note" label={t('joining.note')} hint={t('joining.noteHint')} optional />
        </>
      )}
    </DialogForm>
  );
}
