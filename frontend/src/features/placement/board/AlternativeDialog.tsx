import * as z from 'zod/mini';
import { DialogForm } from '@/shared/forms/DialogForm';
import { TextareaField, TextField } from '@/shared/forms/fields';
import { optionalText, requiredText } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { useT } from '../texts';
import { type Alternative, begin, rename, useRefreshBoard } from './queries';

const schema = z.object({ name: requiredText(200, 'alternative.nameMissing'), note: optionalText(4000) });

interface Props {
  siteId: string;
  what: 'new' | 'copy' | 'edit';
  alternative: Alternative | undefined;
  onClose: () => void;
  onMade: (id: string) => void;
}
export function AlternativeDialog({ siteId, what, alternative, onClose, onMade }: Props) {
  const t = useT();
  const refresh = useRefreshBoard(siteId);
  const state = useServerForm({
    schema,
    defaultValues: {
      name:
        what === 'copy'
          ? t('alternative.copyOf', { name: alternative?.name ?? '' })
          : (alternative?.name ?? ''),
      note: alternative?.note ?? '',
    },
    save: async ({ name, note }, key) => {
      const text = { name, note: note || null };
      if (what === 'edit' && alternative)
        await rename(alternative.id, { version: alternative.version, ...text });
      else {
        const made = await begin({ site_id: siteId, alternative_id: alternative?.id ?? null, ...text }, key);
        onMade(made.id);
      }
      await refresh();
      onClose();
    },
  });
  return (
    <DialogForm
      state={state}
      title={t(`alternative.title.${what}`)}
      submitLabel={t('alternative.save')}
      onClose={onClose}
    >
      <TextField name="name" label={t('alternative.name')} maxLength={200} />
      <TextareaField name="note" label={t('alternative.note')} rows={3} optional />
    </DialogForm>
  );
}
