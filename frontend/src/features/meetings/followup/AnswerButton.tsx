import { Button } from '@digdir/designsystemet-react';
import * as z from 'zod/mini';
import { DialogForm } from '@/shared/forms/DialogForm';
import { TextareaField } from '@/shared/forms/fields';
import { NumberWarning } from '@/shared/forms/NumberWarning';
import { requiredText } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { useMay } from '@/shared/session/session';
import { toast } from '@/shared/ui/toasts';
import { answerQuestion } from '../mutations';
import { type Question, useRefreshFollowUp } from '../queries';
import { useT } from '../texts';

export function AnswerButton({
  question,
  onAnswer,
}: {
  question: Question;
  onAnswer: (q: Question) => void;
}) {
  const t = useT();
  const mayAnswer = useMay('actions:write');
  if (question.answered_at || !mayAnswer) return null;
  return (
    <Button
      type="button"
      variant="secondary"
      aria-label={t('question.answerLabel', { what: question.question })}
      onClick={() => onAnswer(question)}
    >
      {t('question.answer')}
    </Button>
  );
}

const schema = z.object({ answer: requiredText(4000, 'question.answerMissing') });

export function AnswerDialog({ question, onClose }: { question: Question; onClose: () => void }) {
  const t = useT();
  const refresh = useRefreshFollowUp();
  const state = useServerForm({
    schema,
    defaultValues: { answer: '' },
    save: async ({ answer }) => {
      await answerQuestion(question.id, { version: question.version, answer });
      refresh();
      toast(t('question.answered'));
      onClose();
    },
  });
  return (
    <DialogForm state={state} title={t('question.answer')} submitLabel={t('action.save')} onClose={onClose}>
      <p className="flush">
        <bdi>{question.question}</bdi>
      </p>
      <TextareaField name="answer" label={t('question.theAnswer')} rows={3} max={4000} />
      <NumberWarning names={['answer']} />
    </DialogForm>
  );
}
