import { useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import { day } from '@/shared/format/dates';
import { DateField } from '@/shared/forms/DateField';
import { DialogForm } from '@/shared/forms/DialogForm';
import { RadioCards, SelectField, TextareaField } from '@/shared/forms/fields';
import { NumberWarning } from '@/shared/forms/NumberWarning';
import { optionalText, requiredDay } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { useMay } from '@/shared/session/session';
import { toast } from '@/shared/ui/toasts';
import { services } from '../kinds';
import { editAction, settleAction } from '../mutations';
import { fromOwner, toOwner, useOwners } from '../owners';
import { type Action, useRefreshFollowUp } from '../queries';
import { useT } from '../texts';

const schema = z
  .object({
    how: z.enum(['done', 'dropped', 'change']),
    note: optionalText(4000),
    owner_user_id: z.string(),
    due_on: requiredDay(),
  })
  .check(
    z.refine((v) => v.how !== 'dropped' || v.note !== '', { path: ['note'], message: 'problem.why-dropped' }),
  );

/** How it went, why nobody does it, or who does it and when instead. */
export function SettleDialog({ action: a, onClose }: { action: Action; onClose: () => void }) {
  const t = useT();
  const mayWrite = useMay('meetings:write');
  const refresh = useRefreshFollowUp();
  const owners = useOwners(services);
  const state = useServerForm({
    schema,
    defaultValues: {
      how: 'done',
      note: '',
      owner_user_id: toOwner(a.owner, a.owner_organisation),
      due_on: day(a.due_on),
    },
    save: async ({ how, note, owner_user_id: who, due_on }) => {
      const { person, service } = fromOwner(who);
      const owner = { owner_user_id: person, owner_organisation: service };
      if (how === 'change') await editAction(a.id, { version: a.version, ...owner, due_on });
      else await settleAction(a.id, { version: a.version, status: how, note: note || null });
      refresh();
      toast(t('meeting.saved'));
      onClose();
    },
  });
  const how = useWatch({ control: state.form.control, name: 'how' });
  const ways = mayWrite ? (['done', 'dropped', 'change'] as const) : (['done', 'dropped'] as const);
  return (
    <DialogForm state={state} title={t('action.settle')} submitLabel={t('action.save')} onClose={onClose}>
      <p className="flush">
        <bdi>{a.what}</bdi>
      </p>
      <RadioCards
        name="how"
        label={t('action.how')}
        options={ways.map((w) => ({ value: w, label: t(`action.how.${w}`) }))}
      />
      {how === 'change' ? (
        <>
          <SelectField name="owner_user_id" label={t('action.who')} options={owners} empty={false} />
          <DateField name="due_on" label={t('action.due')} />
        </>
      ) : (
        <>
          <TextareaField
            name="note"
            label={t(how === 'dropped' ? 'action.why' : 'action.note')}
            rows={3}
            max={4000}
            optional={how === 'done'}
          />
          <NumberWarning names={['note']} />
        </>
      )}
    </DialogForm>
  );
}
