import * as z from 'zod/mini';
import { day, isoDay } from '@/shared/format/dates';
import { ChangedMeanwhile } from '@/shared/forms/ChangedMeanwhile';
import { DateField } from '@/shared/forms/DateField';
import { DialogForm } from '@/shared/forms/DialogForm';
import { TextField } from '@/shared/forms/fields';
import { optionalText, requiredDay } from '@/shared/forms/rules';
import type { TenancyCare } from '../queries';
import { useT } from '../texts';
import { askToMove } from './queries';
import { dayBefore } from './steps';
import { useLeaseForm } from './useLeaseForm';

const schema = z.object({ on_day: requiredDay({ notAfterToday: true }), note: optionalText(200) });

interface Props {
  tenancy: TenancyCare;
  endsOn: string;
  openEndedFrom: string;
  /** The clock has run, and the request was sent before it did. */
  late?: boolean;
  onClose: () => void;
}
/** The written request to move, which keeps a term that has ended from becoming open-ended. */
export function AskToMove({ tenancy, endsOn, openEndedFrom, late, onClose }: Props) {
  const last = dayBefore(openEndedFrom);
  const t = useT();
  const state = useLeaseForm({
    tenancy,
    values: { on_day: late ? '' : day(isoDay()), note: '' },
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
      <DateField name="on_day" label={t('ask.onDay')} min={endsOn} max={late ? last : isoDay()} />
      <TextField name="note" label={t('ask.note')} hint={t('ask.noteHint')} optional />
      <ul className="consequences clash">
        <li>{t('ask.happens.last', { day: day(last) })}</li>
        {late && <li>{t('ask.happens.undone', { day: day(endsOn) })}</li>}
        <li>{t('ask.happens.stops')}</li>
        <li>{t('ask.happens.stay')}</li>
      </ul>
    </DialogForm>
  );
}
