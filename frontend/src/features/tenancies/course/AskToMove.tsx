import * as z from 'zod/mini';
import { day, isoDay } from '@/shared/format/dates';
import { ChangedMeanwhile } from '@/shared/forms/ChangedMeanwhile';
import { DateField } from '@/shared/forms/DateField';
import { DialogForm } from '@/shared/forms/DialogForm';
import { TextField } from '@/shared/forms/fields';
import { optionalText, requiredDay } from '@/shared/forms/rules';
import type { TenancyCare } from '../queries';
import { useT } from '../texts';
import { askToMove, type Clock } from './queries';
import { dayBefore } from './steps';
import { useLeaseForm } from './useLeaseForm';

const schema = z.object({ on_day: requiredDay({ notAfterToday: true }), note: optionalText(200) });

interface Props {
  tenancy: TenancyCare;
  clock: Pick<Clock, 'ends_on' | 'open_ended_from'>;
  onClose: () => void;
}
/** The written request to move, which keeps a term that has ended from becoming open-ended. */
export function AskToMove({ tenancy, clock, onClose }: Props) {
  const t = useT();
  const latest = dayBefore(clock.open_ended_from);
  const last = latest < isoDay() ? latest : isoDay();
  const state = useLeaseForm({
    tenancy,
    values: { on_day: day(last), note: '' },
    schema,
    done: t('ask.done'),
    onClose,
    send: ({ on_day, note }, version, key) =>
      askToMove(tenancy.id, { version, on_day, note: note || null }, key),
  });
  return (
    <DialogForm
      state={state}
      title={t('ask.title', { unit: tenancy.unit_label })}
      submitLabel={t('ask.submit')}
      onClose={onClose}
    >
      <ChangedMeanwhile state={state} labels={{}} />
      <DateField name="on_day" label={t('ask.onDay')} min={clock.ends_on} max={last} />
      <TextField name="note" label={t('ask.note')} hint={t('ask.noteHint')} optional />
      <ul className="consequences clash">
        <li>{t('ask.happens.last', { day: day(latest) })}</li>
        <li>{t('ask.happens.stops')}</li>
        <li>{t('ask.happens.stay')}</li>
      </ul>
    </DialogForm>
  );
}
