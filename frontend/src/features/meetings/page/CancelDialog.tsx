import * as z from 'zod/mini';
import { DialogForm } from '@/shared/forms/DialogForm';
import { CheckboxField, TextField } from '@/shared/forms/fields';
import { requiredText } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { toast } from '@/shared/ui/toasts';
import { cancelMeeting } from '../mutations';
import { type Meeting, useKeepMeeting } from '../queries';
import { useT } from '../texts';

const schema = z.object({ reason: requiredText(200, 'cancel.whyMissing'), following: z.boolean() });

export function CancelDialog({ meeting: m, onClose }: { meeting: Meeting; onClose: () => void }) {
  const t = useT();
  const keep = useKeepMeeting();
  const state = useServerForm({
    schema,
    defaultValues: { reason: '', following: false },
    save: async (v, key) => {
      keep(await cancelMeeting(m.id, { version: m.version, ...v }, key));
      toast(t('cancel.cancelled'));
      onClose();
    },
  });
  return (
    <DialogForm state={state} title={t('meeting.cancel')} submitLabel={t('cancel.do')} onClose={onClose}>
      <p className="flush">{t('cancel.told')}</p>
      <TextField name="reason" label={t('cancel.why')} hint={t('move.whyHint')} maxLength={200} />
      {m.series && <CheckboxField name="following" label={t('cancel.following')} />}
    </DialogForm>
  );
}
