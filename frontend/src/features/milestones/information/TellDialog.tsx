import { useQueryClient } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import { day, isoDay } from '@/shared/format/dates';
import { DateField } from '@/shared/forms/DateField';
import { DialogForm } from '@/shared/forms/DialogForm';
import { CheckboxField, CheckboxGroup, RadioCards, SelectField } from '@/shared/forms/fields';
import { choice, requiredDay } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { useLanguages } from '@/shared/people/languages';
import { toast } from '@/shared/ui/toasts';
import { useT } from '../texts';
import { channels, informationOf, noteInformation, type Topic, topics } from './queries';

const schema = z.object({
  topics: z.array(z.enum(topics)).check(z.minLength(1, 'information.topicMissing')),
  channel: choice(channels),
  language: z.string(),
  interpreter: z.boolean(),
  given_on: requiredDay({ notAfterToday: true }),
});

interface Props {
  residentId: string;
  language: string;
  left: readonly Topic[];
  onClose: () => void;
}
export function TellDialog({ residentId, language, left, onClose }: Props) {
  const t = useT();
  const languages = useLanguages();
  const queryClient = useQueryClient();
  const state = useServerForm({
    schema,
    defaultValues: {
      topics: [] as Topic[],
      channel: 'spoken',
      language,
      interpreter: false,
      given_on: day(isoDay()),
    },
    save: async ({ interpreter, ...given }) => {
      const spoken = given.channel === 'spoken';
      const saved = await noteInformation(residentId, { ...given, interpreter: spoken && interpreter });
      queryClient.setQueryData(informationOf(residentId).queryKey, saved);
      toast(t('information.noted'));
      onClose();
    },
  });
  const channel = useWatch({ control: state.form.control, name: 'channel' });
  const ordered = [...left, ...topics.filter((x) => !left.includes(x))];
  return (
    <DialogForm
      state={state}
      title={t('information.noteTitle')}
      submitLabel={t('information.save')}
      onClose={onClose}
    >
      <CheckboxGroup
        name="topics"
        label={t('information.topics')}
        columns={2}
        options={ordered.map((x) => ({ value: x, label: t(`information.topic.${x}`) }))}
      />
      <RadioCards
        name="channel"
        label={t('information.how')}
        columns={2}
        options={channels.map((c) => ({ value: c, label: t(`information.channel.${c}`) }))}
      />
      <div className="two">
        <SelectField
          name="language"
          label={t('information.language')}
          empty={false}
          options={languages.items.map((l) => ({ value: l.code, label: languages.name(l.code) }))}
        />
        <DateField name="given_on" label={t('information.when')} />
      </div>
      {channel === 'spoken' && <CheckboxField name="interpreter" label={t('information.interpreter')} />}
    </DialogForm>
  );
}
