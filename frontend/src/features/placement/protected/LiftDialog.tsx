import * as z from 'zod/mini';
import { DialogForm } from '@/shared/forms/DialogForm';
import { TextareaField } from '@/shared/forms/fields';
import { requiredText } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { fullName } from '@/shared/people/names';
import { toast } from '@/shared/ui/toasts';
import { type Candidate, type CandidateHousehold, useRefreshPlacement } from '../queries';
import { useT } from '../texts';
import { lift } from './queries';

const schema = z.object({ reason: requiredText(4000, 'form.reasonMissing') });

interface Props {
  person: Candidate;
  household: CandidateHousehold;
  onClose: () => void;
}
export function LiftDialog({ person, household, onClose }: Props) {
  const t = useT();
  const refresh = useRefreshPlacement();
  const name = fullName(person);
  const state = useServerForm({
    schema,
    defaultValues: { reason: '' },
    save: async ({ reason }) => {
      await lift(person.id, { version: household.version, reason });
      toast(t('unhide.done', { name }));
      onClose();
      refresh();
    },
  });
  return (
    <DialogForm
      state={state}
      title={t('unhide.title', { name })}
      submitLabel={t('unhide.submit')}
      onClose={onClose}
    >
      <p className="flush">{t('unhide.explain')}</p>
      <TextareaField name="reason" label={t('hide.reason')} hint={t('unhide.hint')} max={4000} rows={3} />
    </DialogForm>
  );
}
