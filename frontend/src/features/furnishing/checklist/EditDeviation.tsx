import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { ChangedMeanwhile } from '@/shared/forms/ChangedMeanwhile';
import { DialogForm } from '@/shared/forms/DialogForm';
import { TextareaField, TextField } from '@/shared/forms/fields';
import { optionalText } from '@/shared/forms/rules';
import { useEditForm } from '@/shared/forms/useEditForm';
import { toast } from '@/shared/ui/toasts';
import { type Checklist, checklist, editLine, type Line, useKeepChecklist } from '../queries';
import { useT } from '../texts';
import { wholeNumber } from './numbers';

interface Props {
  list: Checklist;
  line: Line;
  onClose: () => void;
}
const schema = z.object({ quantity: wholeNumber(0, 999, 'number.wrong'), reason: optionalText(4000) });

export function EditDeviation({ list, line, onClose }: Props) {
  const t = useT();
  const client = useQueryClient();
  const keep = useKeepChecklist();
  const state = useEditForm({
    record: list,
    valuesOf: (record) => {
      const { quantity, reason } = record.lines.find((l) => l.id === line.id) ?? line;
      return { quantity: String(quantity), reason: reason ?? '' };
    },
    schema,
    reload: () => client.fetchQuery({ ...checklist(list.unit.id), staleTime: 0 }),
    save: async ({ quantity, reason }, version) => {
      keep(await editLine(list.id, line.id, { version, quantity, reason: reason || null }));
      toast(t('deviation.saved'));
      onClose();
    },
  });
  const labels = { quantity: t('deviation.quantity'), reason: t('deviation.reason') };
  return (
    <DialogForm
      state={state}
      title={t('deviation.title', { item: line.item })}
      submitLabel={t('action.save')}
      onClose={onClose}
    >
      <ChangedMeanwhile state={state} labels={labels} />
      {line.package_quantity > 0 && (
        <p className="flush">{t('deviation.same', { count: line.package_quantity })}</p>
      )}
      <TextField name="quantity" label={labels.quantity} inputMode="numeric" />
      <TextareaField
        name="reason"
        label={labels.reason}
        hint={t('deviation.reasonHint')}
        rows={2}
        max={4000}
      />
    </DialogForm>
  );
}
