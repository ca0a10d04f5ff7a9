import * as z from 'zod/mini';
import { day, isoDay } from '@/shared/format/dates';
import { DateField } from '@/shared/forms/DateField';
import { DialogForm } from '@/shared/forms/DialogForm';
import { requiredDay } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { toast } from '@/shared/ui/toasts';
import { useTopicName } from '../names';
import { type Contact, endContact, useKeepContact } from '../queries';
import { useT } from '../texts';

const schema = z.object({ on_day: requiredDay() });

export function EndContact({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const t = useT();
  const topicName = useTopicName();
  const keep = useKeepContact();
  const state = useServerForm({
    schema,
    defaultValues: { on_day: day(isoDay()) },
    save: async ({ on_day }, headers) => {
      keep(await endContact(contact.id, { version: contact.version, on_day }, headers));
      toast(t('contact.saved'));
      onClose();
    },
  });
  const left = [...new Set(contact.answers.filter((a) => !a.backup).map(topicName))];
  return (
    <DialogForm
      state={state}
      title={t('contact.endTitle', { name: contact.name })}
      submitLabel={t('contact.end')}
      onClose={onClose}
    >
      {left.length > 0 && <p className="flush">{t('contact.endGaps', { topics: left.join(', ') })}</p>}
      <DateField name="on_day" label={t('contact.endDay')} hint={t('contact.endDayHint')} />
    </DialogForm>
  );
}
