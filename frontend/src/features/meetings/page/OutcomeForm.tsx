import { useEffect, useRef } from 'react';
import { useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import { DateField } from '@/shared/forms/DateField';
import { Form } from '@/shared/forms/Form';
import { RadioCards, SelectField, TextField } from '@/shared/forms/fields';
import { NumberWarning } from '@/shared/forms/NumberWarning';
import { optionalDay, optionalText } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { agree, ask, decide, editItem } from '../mutations';
import { fromOwner, useOwners } from '../owners';
import { type AgendaItem, type Meeting, useKeepMeeting } from '../queries';
import { useT } from '../texts';

const outcomes = ['decision', 'action', 'still_unknown', 'noted'] as const;
const schema = z
  .object({
    outcome: z.enum(outcomes),
    text: optionalText(4000),
    owner_user_id: z.string(),
    due_on: optionalDay(),
  })
  .check(
    z.refine((v) => v.outcome === 'noted' || v.text !== '', {
      path: ['text'],
      message: 'outcome.textMissing',
    }),
    z.refine((v) => !owned(v.outcome) || v.owner_user_id !== '', {
      path: ['owner_user_id'],
      message: 'problem.owner-missing',
    }),
    z.refine((v) => !owned(v.outcome) || v.due_on !== null, {
      path: ['due_on'],
      message: 'outcome.dayMissing',
    }),
  );
const owned = (outcome: (typeof outcomes)[number]) => outcome === 'action' || outcome === 'still_unknown';
const fields: Record<string, string> = {
  body: 'text',
  what: 'text',
  question: 'text',
  note: 'text',
  finder_user_id: 'owner_user_id',
  owner_organisation: 'owner_user_id',
  until: 'due_on',
};

interface Props {
  meeting: Meeting;
  /** Left out: something that came up beside the agenda. */
  item?: AgendaItem;
  onDone: () => void;
}
/** How an item leaves the meeting: write, Enter, next. */
export function OutcomeForm({ meeting: m, item, onDone }: Props) {
  const t = useT();
  const keep = useKeepMeeting();
  const owners = useOwners(m.organisations, m.participants);
  const box = useRef<HTMLDivElement>(null);
  const state = useServerForm({
    schema,
    defaultValues: {
      outcome: item?.action_id ? 'action' : item?.question_id ? 'still_unknown' : 'decision',
      text: '',
      owner_user_id: '',
      due_on: '',
    },
    fieldOf: (field) => fields[field] ?? field,
    save: async ({ outcome, text, owner_user_id: who, due_on }, key) => {
      const { person, service } = fromOwner(who);
      const from = { agenda_item_id: item?.id };
      const due = due_on ?? '';
      const saved =
        outcome === 'decision'
          ? decide(m.id, { body: text, ...from }, key)
          : outcome === 'action'
            ? agree(
                m.id,
                { what: text, owner_user_id: person, owner_organisation: service, due_on: due, ...from },
                key,
              )
            : outcome === 'still_unknown'
              ? ask(
                  m.id,
                  {
                    question: text,
                    finder_user_id: person,
                    finder_organisation: service,
                    until: due,
                    ...from,
                  },
                  key,
                )
              : note(item, text);
      keep(await saved);
      onDone();
    },
  });
  const note = (one: AgendaItem | undefined, text: string) =>
    editItem(m.id, one?.id ?? '', {
      version: one?.version ?? 0,
      outcome: 'noted',
      ...(text ? { note: text } : {}),
    });
  const watched = useWatch({ control: state.form.control, name: 'outcome' });
  const outcome = outcomes.find((o) => o === watched) ?? 'decision';
  useEffect(() => box.current?.querySelector<HTMLElement>('input[type=text]')?.focus(), []);
  return (
    <div className="outcome" ref={box}>
      <Form state={state} submitLabel={t(item ? 'outcome.next' : 'action.save')}>
        <RadioCards
          name="outcome"
          label={t('outcome.how')}
          columns={2}
          options={outcomes
            .filter((o) => item || o !== 'noted')
            .map((o) => ({ value: o, label: t(`agenda.outcome.${o}`) }))}
        />
        <TextField name="text" label={t(`outcome.text.${outcome}`)} optional={outcome === 'noted'} />
        <NumberWarning names={['text']} />
        {owned(outcome) && (
          <div className="two">
            <SelectField
              name="owner_user_id"
              label={t(outcome === 'action' ? 'action.who' : 'question.who')}
              options={owners}
            />
            <DateField name="due_on" label={t(outcome === 'action' ? 'action.due' : 'question.until')} />
          </div>
        )}
      </Form>
    </div>
  );
}
