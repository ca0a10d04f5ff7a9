import * as z from 'zod/mini';
import { DialogForm } from '@/shared/forms/DialogForm';
import { CheckboxField, SelectField, TextareaField, TextField } from '@/shared/forms/fields';
import { requiredText } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { toast } from '@/shared/ui/toasts';
import { addLine, type Checklist, useKeepChecklist } from '../queries';
import { byRoom } from '../steps';
import { useT } from '../texts';
import { wholeNumber } from './numbers';

const schema = z.object({
  room: requiredText(200),
  item: requiredText(200),
  quantity: wholeNumber(1, 999, 'number.wrong'),
  needs_assembly: z.boolean(),
  reason: requiredText(4000, 'problem.deviation-reason-missing'),
});

export function AddLine({ list, onClose }: { list: Checklist; onClose: () => void }) {
  const t = useT();
  const keep = useKeepChecklist();
  const rooms = byRoom(list.lines).map(({ room }) => room);
  const state = useServerForm({
    schema,
    defaultValues: { room: rooms.at(-1) ?? '', item: '', quantity: '1', needs_assembly: false, reason: '' },
    save: async (given, key) => {
      keep(await addLine(list.id, { version: list.version, ...given }, key));
      toast(t('extra.saved'));
      onClose();
    },
  });
  return (
    <DialogForm state={state} title={t('extra.title')} submitLabel={t('action.save')} onClose={onClose}>
      <SelectField
        name="room"
        label={t('extra.room')}
        empty={false}
        options={rooms.map((room) => ({ value: room, label: room }))}
      />
      <TextField name="item" label={t('extra.item')} maxLength={200} />
      <TextField name="quantity" label={t('extra.quantity')} inputMode="numeric" />
      <CheckboxField name="needs_assembly" label={t('extra.assembly')} />
      <TextareaField
        name="reason"
        label={t('deviation.reason')}
        hint={t('deviation.reasonHint')}
        rows={2}
        max={4000}
      />
    </DialogForm>
  );
}
