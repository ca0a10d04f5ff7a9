import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { day, isoDay } from '@/shared/format/dates';
import { ChangedMeanwhile } from '@/shared/forms/ChangedMeanwhile';
import { DateField } from '@/shared/forms/DateField';
import { DialogForm } from '@/shared/forms/DialogForm';
import { RadioCards } from '@/shared/forms/fields';
import { choice, requiredDay } from '@/shared/forms/rules';
import { useEditForm } from '@/shared/forms/useEditForm';
import { toast } from '@/shared/ui/toasts';
import { answerRequest, request, type SettlementRequest, useRefreshPlacement } from '../queries';
import { useT } from '../texts';

const answers = ['yes', 'no'] as const;
const schema = z.object({
  answer: choice(answers, 'answer.missing'),
  answered_on: requiredDay({ notAfterToday: true }),
});
type Values = z.input<typeof schema>;

export function AnswerDialog({ request: row, onClose }: { request: SettlementRequest; onClose: () => void }) {
  const t = useT();
  const queryClient = useQueryClient();
  const refresh = useRefreshPlacement();
  const state = useEditForm({
    record: row,
    valuesOf: (r): Values => ({
      answer: r.answer ?? ('' as Values['answer']),
      answered_on: day(r.answered_on ?? isoDay()),
    }),
    schema,
    reload: () => queryClient.fetchQuery({ ...request(row.id), staleTime: 0 }),
    save: async (values, version, key) => {
      const saved = await answerRequest(row.id, { version, ...values }, key);
      queryClient.setQueryData(request(row.id).queryKey, saved);
      refresh();
      toast(t('answer.saved'));
      onClose();
    },
  });
  return (
    <DialogForm state={state} title={t('answer.title')} submitLabel={t('answer.save')} onClose={onClose}>
      <ChangedMeanwhile
        state={state}
        labels={{ answer: t('request.answer'), answered_on: t('request.answered') }}
      />
      <RadioCards
        name="answer"
        label={t('request.answer')}
        options={answers.map((a) => ({ value: a, label: t(`answer.${a}`), hint: t(`answer.hint.${a}`) }))}
      />
      <DateField name="answered_on" label={t('request.answered')} />
    </DialogForm>
  );
}
