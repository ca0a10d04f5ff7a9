import * as z from 'zod/mini';
import { ChangedMeanwhile } from '@/shared/forms/ChangedMeanwhile';
import { DialogForm } from '@/shared/forms/DialogForm';
import { TextField } from '@/shared/forms/fields';
import { choice, optionalText } from '@/shared/forms/rules';
import { useEditForm } from '@/shared/forms/useEditForm';
import { toast } from '@/shared/ui/toasts';
import { type PutOffReason, putOffReasons } from '@/shared/words/values';
import { type Activity, cancel, useKeepActivity, useReloadActivity } from '../queries';
import { useT } from '../texts';
import { Consequences, Reasons } from './Postpone';

const schema = z.object({ reason: choice(putOffReasons), note: optionalText(200) });

export function CallOff({ activity: one, onClose }: { activity: Activity; onClose: () => void }) {
  const t = useT();
  const keep = useKeepActivity();
  const state = useEditForm({
    record: one,
    valuesOf: () => ({ reason: '' as PutOffReason, note: '' }),
    schema,
    reload: useReloadActivity(one.id),
    save: async ({ reason, note }, version, key) => {
      keep(await cancel(one.id, { version, reason, note: note || null }, key));
      toast(t('callOff.done'));
      onClose();
    },
  });
  return (
    <DialogForm
      state={state}
      title={t('callOff.title', { title: one.title ?? '' })}
      submitLabel={t('callOff.submit')}
      onClose={onClose}
    >
      <ChangedMeanwhile state={state} labels={{}} />
      <Reasons />
      <TextField name="note" label={t('postpone.note')} maxLength={200} optional />
      <Consequences activity={one} keeps={t('callOff.keeps')} />
    </DialogForm>
  );
}
