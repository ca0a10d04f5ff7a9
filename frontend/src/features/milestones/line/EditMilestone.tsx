import { useQueryClient } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import { day, isoDay } from '@/shared/format/dates';
import { ChangedMeanwhile } from '@/shared/forms/ChangedMeanwhile';
import { DateField } from '@/shared/forms/DateField';
import { DialogForm } from '@/shared/forms/DialogForm';
import { RadioCards, SelectField, TextareaField, TextField } from '@/shared/forms/fields';
import { choice, optionalDay, optionalText } from '@/shared/forms/rules';
import { useEditForm } from '@/shared/forms/useEditForm';
import { useT as useShared } from '@/shared/i18n';
import { toast } from '@/shared/ui/toasts';
import { keysOf } from '@/shared/words/values';
import { editMilestone, type Milestone, milestoneLine, useRefreshMilestones } from '../queries';
import { useT } from '../texts';
import { type MilestoneStatus, type Mover, milestoneStatuses, movers } from '../vocabulary';
import { useSteps } from '../words';

const statuses = keysOf(milestoneStatuses);
const schema = z.object({
  status: choice(statuses),
  done_on: optionalDay({ notAfterToday: true }),
  waiting_for: z.string(),
  waiting_since: optionalDay({ notAfterToday: true }),
  due_on: optionalDay(),
  due_because: optionalText(200),
  note: optionalText(4000),
  shared_because: optionalText(200),
});
type Values = z.input<typeof schema>;

const shown = (x: string | null) => (x ? day(x) : '');
const valuesOf = (x: Milestone): Values => ({
  status: x.status,
  done_on: day(x.done_on ?? isoDay()),
  waiting_for: x.waiting_for ?? '',
  waiting_since: day(x.waiting_since ?? isoDay()),
  due_on: x.due_because ? shown(x.due_on) : '',
  due_because: x.due_because ?? '',
  note: x.note ?? '',
  shared_because: x.shared_because ?? '',
});
const orNull = <T extends string>(x: T | '' | null): T | null => x || null;

interface Props {
  residentId: string;
  milestone: Milestone;
  onClose: () => void;
}
export function EditMilestone({ residentId, milestone, onClose }: Props) {
  const t = useT();
  const shared = useShared();
  const queryClient = useQueryClient();
  const refresh = useRefreshMilestones();
  const { name: nameOf, steps } = useSteps();
  const name = nameOf(milestone.code);
  const ofHealth = steps.some((s) => s.code === milestone.code && s.area === 'health');
  const state = useEditForm({
    record: milestone,
    valuesOf,
    schema,
    fieldOf: (field) => (field === 'settled_on' ? 'done_on' : field),
    reload: async () => {
      const line = await queryClient.fetchQuery({ ...milestoneLine(residentId), staleTime: 0 });
      return line.items.find((x) => x.id === milestone.id) ?? milestone;
    },
    save: async (v, version) => {
      await editMilestone(residentId, milestone.id, {
        version,
        status: v.status,
        note: orNull(v.note),
        ...(ofHealth && { shared_because: orNull(v.shared_because) }),
        due_on: v.due_on,
        due_because: orNull(v.due_because),
        ...(v.status === 'done' && { done_on: v.done_on }),
        ...(v.status === 'waiting_external' && {
          waiting_for: orNull(v.waiting_for as Mover | ''),
          waiting_since: v.waiting_since,
        }),
      });
      refresh();
      toast(t('milestone.saved', { step: name }));
      onClose();
    },
  });
  const status: MilestoneStatus = useWatch({ control: state.form.control, name: 'status' });
  return (
    <DialogForm state={state} title={name} submitLabel={shared('action.save')} onClose={onClose}>
      <ChangedMeanwhile
        state={state}
        labels={{
          status: t('milestone.status'),
          note: t('milestone.note'),
          due_because: t('milestone.dueBecause'),
          shared_because: t('milestone.shared'),
        }}
        show={(field, value) =>
          field === 'status' ? t(`milestone.status.${value as MilestoneStatus}`) : String(value)
        }
      />
      <RadioCards
        name="status"
        label={t('milestone.status')}
        columns={2}
        options={statuses.map((s) => ({ value: s, label: t(`milestone.status.${s}`) }))}
      />
      {status === 'done' && <DateField name="done_on" label={t('milestone.doneDay')} />}
      {status === 'waiting_external' && (
        <div className="two">
          <SelectField
            name="waiting_for"
            label={t('milestone.waitingFor')}
            options={movers.map((m) => ({ value: m, label: t(`mover.${m}`) }))}
          />
          <DateField name="waiting_since" label={t('milestone.waitingSince')} />
        </div>
      )}
      <div className="two">
        <DateField name="due_on" label={t('milestone.setDue')} hint={t('milestone.dueHint')} optional />
        <TextField name="due_because" label={t('milestone.dueBecause')} maxLength={200} optional />
      </div>
      {ofHealth && (
        <TextField
          name="shared_because"
          label={t('milestone.shared')}
          hint={t('milestone.sharedHint')}
          maxLength={200}
          optional
        />
      )}
      <TextareaField
        name="note"
        label={t('milestone.note')}
        hint={t('milestone.noteHint')}
        max={4000}
        rows={2}
        optional
      />
    </DialogForm>
  );
}
