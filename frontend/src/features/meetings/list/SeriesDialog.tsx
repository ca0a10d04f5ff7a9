import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { ChangedMeanwhile } from '@/shared/forms/ChangedMeanwhile';
import { DialogForm } from '@/shared/forms/DialogForm';
import { TextareaField, TextField } from '@/shared/forms/fields';
import { optionalText, requiredText } from '@/shared/forms/rules';
import { useEditForm } from '@/shared/forms/useEditForm';
import { toast } from '@/shared/ui/toasts';
import { editSeries } from '../mutations';
import { type Series, seriesList } from '../queries';
import { useT } from '../texts';

const schema = z.object({ title: requiredText(200, 'meeting.titleMissing'), topics: optionalText(2400) });
const lines = (text: string) =>
  text
    .split('\n')
    .map((l) => l.trim())
    .filter(Boolean);

/** What the series is called, and what it always talks of: one topic a line. */
export function SeriesDialog({ series, onClose }: { series: Series; onClose: () => void }) {
  const t = useT();
  const queryClient = useQueryClient();
  const state = useEditForm({
    record: series,
    valuesOf: (s) => ({ title: s.title, topics: s.topics.join('\n') }),
    schema,
    reload: async () => {
      const all = await queryClient.fetchInfiniteQuery({ ...seriesList, staleTime: 0 });
      return all.pages.flatMap((p) => p.items).find((s) => s.id === series.id) ?? series;
    },
    save: async ({ title, topics }, version) => {
      await editSeries(series.id, { version, title, topics: lines(topics) });
      await queryClient.invalidateQueries({ queryKey: seriesList.queryKey });
      toast(t('meeting.saved'));
      onClose();
    },
  });
  const labels = { title: t('meeting.series'), topics: t('series.topics') };
  return (
    <DialogForm state={state} title={t('series.edit')} submitLabel={t('action.save')} onClose={onClose}>
      <ChangedMeanwhile state={state} labels={labels} />
      <TextField name="title" label={labels.title} maxLength={200} />
      <TextareaField name="topics" label={labels.topics} hint={t('series.topicsHint')} rows={5} optional />
    </DialogForm>
  );
}
