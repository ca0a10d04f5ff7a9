import * as z from 'zod/mini';
import { DialogForm } from '@/shared/forms/DialogForm';
import { SelectField, TextareaField } from '@/shared/forms/fields';
import { choice, requiredText } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { textOf } from '@/shared/i18n';
import { fullName } from '@/shared/people/names';
import { useSession } from '@/shared/session/session';
import { toast } from '@/shared/ui/toasts';
import { type Candidate, type CandidateHousehold, useRefreshPlacement } from '../queries';
import { useT } from '../texts';
import { Guardians } from './Guardians';
import { protect } from './queries';

const grades = ['confidential', 'strictly_confidential', 'unknown'] as const;
const schema = z.object({
  grade: choice(grades),
  first: z.string(),
  second: z.string(),
  reason: requiredText(4000, 'form.reasonMissing'),
});

interface Props {
  person: Candidate;
  household: CandidateHousehold;
  onClose: () => void;
}
export function ProtectDialog({ person, household, onClose }: Props) {
  const t = useT();
  const { actor_id } = useSession();
  const refresh = useRefreshPlacement();
  const name = fullName(person);
  const state = useServerForm({
    schema,
    defaultValues: { grade: 'unknown', first: actor_id, second: '', reason: '' },
    fieldOf: (field) => (field === 'guardians' ? 'second' : field),
    save: async ({ grade, first, second, reason }) => {
      const guardians = [first, second].filter(Boolean);
      await protect(person.id, { version: household.version, grade, reason, guardians });
      toast(t('hide.done', { name }));
      onClose();
      refresh();
    },
  });
  return (
    <DialogForm
      state={state}
      title={t('hide.title', { name })}
      submitLabel={t('hide.submit')}
      onClose={onClose}
    >
      <p className="flush">{t('hide.explain')}</p>
      <SelectField
        name="grade"
        label={t('hide.grade')}
        empty={false}
        options={grades.map((g) => ({ value: g, label: textOf(`protection.${g}`) ?? g }))}
      />
      <Guardians legend={t('hide.guardians')} />
      <TextareaField name="reason" label={t('hide.reason')} hint={t('hide.reasonHint')} max={4000} rows={3} />
    </DialogForm>
  );
}
