import { useNavigate } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { ChangedMeanwhile } from '@/shared/forms/ChangedMeanwhile';
import { DateField } from '@/shared/forms/DateField';
import { DialogForm } from '@/shared/forms/DialogForm';
import { RadioCards, TextField } from '@/shared/forms/fields';
import { choice, optionalDay, optionalText } from '@/shared/forms/rules';
import { useEditForm } from '@/shared/forms/useEditForm';
import { pathTo } from '@/shared/routing/links';
import { toast } from '@/shared/ui/toasts';
import { type PutOffReason, putOffReasons } from '@/shared/words/values';
import { optionalClock } from '../form/fields';
import { type Activity, postpone, useKeepActivity, useReloadActivity } from '../queries';
import { useT } from '../texts';
import { clockOf } from '../weeks';

const schema = z.object({
  day: optionalDay(),
  starts: optionalClock(),
  ends: optionalClock(),
  reason: choice(putOffReasons),
  note: optionalText(200),
});
type Values = z.input<typeof schema>;

export function Postpone({ activity: one, onClose }: { activity: Activity; onClose: () => void }) {
  const t = useT();
  const keep = useKeepActivity();
  const navigate = useNavigate();
  const state = useEditForm({
    record: one,
    valuesOf: (r): Values => ({
      day: '',
      starts: r.starts ? clockOf(r.starts) : '',
      ends: r.ends ? clockOf(r.ends) : '',
      reason: '' as PutOffReason,
      note: '',
    }),
    schema,
    reload: useReloadActivity(one.id),
    save: async ({ day, starts, ends, reason, note }, version, key) => {
      const hours = day ? { starts, ends } : {};
      const next = await postpone(one.id, { version, day, ...hours, reason, note: note || null }, key);
      keep(next);
      toast(t('postpone.done'));
      onClose();
      void navigate({ to: pathTo('activity', next.id) ?? '' });
    },
  });
  return (
    <DialogForm
      state={state}
      title={t('postpone.title', { title: one.title ?? '' })}
      submitLabel={t('postpone.submit')}
      onClose={onClose}
    >
      <ChangedMeanwhile state={state} labels={{}} />
      <Reasons />
      <DateField name="day" label={t('postpone.day')} hint={t('postpone.dayHint')} optional />
      <div className="two">
        <TextField name="starts" label={t('form.activity.starts')} dir="ltr" maxLength={5} optional />
        <TextField name="ends" label={t('form.activity.ends')} dir="ltr" maxLength={5} optional />
      </div>
      <TextField name="note" label={t('postpone.note')} maxLength={200} optional />
      <Consequences activity={one} keeps={t('postpone.keeps')} />
    </DialogForm>
  );
}

export function Reasons() {
  const t = useT();
  return (
    <RadioCards
      name="reason"
      label={t('postpone.reason')}
      columns={2}
      options={putOffReasons.map((r) => ({ value: r, label: t(`activity.reason.${r}`) }))}
    />
  );
}

/** Who will be told, before it is done. */
export function Consequences({ activity: one, keeps }: { activity: Activity; keeps: string }) {
  const t = useT();
  return (
    <div className="clash">
      <p className="flush">
        <strong>{t('tells', { count: one.taken + one.waiting })}</strong>
      </p>
      <p className="flush">{keeps}</p>
    </div>
  );
}
