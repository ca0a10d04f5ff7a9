import * as z from 'zod/mini';
import { DialogForm } from '@/shared/forms/DialogForm';
import { TextField } from '@/shared/forms/fields';
import { optionalText } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { toast } from '@/shared/ui/toasts';
import { type Checklist, type Line, reportShortage, useKeepChecklist } from '../queries';
import { useT } from '../texts';
import { wholeNumber } from './numbers';

interface Props {
  list: Checklist;
  line: Line;
  onClose: () => void;
}
export function ReportShortage({ list, line, onClose }: Props) {
  const t = useT();
  const keep = useKeepChecklist();
  const state = useServerForm({
    schema: z.object({ pieces: wholeNumber(0, line.quantity, 'short.wrong'), note: optionalText(200) }),
    defaultValues: { pieces: String(line.short || 1), note: line.short_note ?? '' },
    save: async ({ pieces, note }, key) => {
      keep(await reportShortage(list.id, { line_id: line.id, pieces, note: note || null }, key));
      toast(t('short.saved'));
      onClose();
    },
  });
  return (
    <DialogForm
      state={state}
      title={t('short.title', { item: line.item })}
      submitLabel={t('action.save')}
      onClose={onClose}
    >
      <TextField
        name="pieces"
        label={t('short.pieces')}
        hint={line.short > 0 ? t('short.piecesHint') : undefined}
        inputMode="numeric"
      />
      <TextField name="note" label={t('short.note')} hint={t('short.noteHint')} optional maxLength={200} />
    </DialogForm>
  );
}
