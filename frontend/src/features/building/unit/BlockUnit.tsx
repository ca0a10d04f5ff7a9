import * as z from 'zod/mini';
import { day, isoDay } from '@/shared/format/dates';
import { ChangedMeanwhile } from '@/shared/forms/ChangedMeanwhile';
import { DateField } from '@/shared/forms/DateField';
import { DialogForm } from '@/shared/forms/DialogForm';
import { TextField } from '@/shared/forms/fields';
import { optionalDay, requiredDay, requiredText } from '@/shared/forms/rules';
import { useEditForm } from '@/shared/forms/useEditForm';
import { toast } from '@/shared/ui/toasts';
import { unitName, unitWithin } from '../names';
import { blockUnit, type Unit, useKeepUnit, useReloadUnit } from '../queries';
import { useT } from '../texts';

const schema = z
  .object({ reason: requiredText(200, 'unit.reasonMissing'), from_day: requiredDay(), until: optionalDay() })
  .check(z.refine((v) => !v.until || v.until >= v.from_day, { error: 'unit.untilBefore', path: ['until'] }));
type Values = z.input<typeof schema>;

const valuesOf = (u: Unit): Values =>
  u.view === 'plain' || u.blocked_from === null
    ? { reason: '', from_day: day(isoDay()), until: '' }
    : {
        reason: u.blocked_reason ?? '',
        from_day: day(u.blocked_from),
        until: u.blocked_until ? day(u.blocked_until) : '',
      };

export function BlockUnit({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const t = useT();
  const keep = useKeepUnit();
  const blocked = unit.view !== 'plain' && unit.blocked_from !== null;
  const state = useEditForm({
    record: unit,
    valuesOf,
    schema,
    reload: useReloadUnit(unit.id),
    save: async (values, version, key) => {
      keep(await blockUnit(unit.id, { version, ...values }, key));
      toast(t(blocked ? 'unit.saved' : 'unit.blockDone', { unit: unitName(t, unit) }));
      onClose();
    },
  });
  const labels = { reason: t('unit.reason'), from_day: t('unit.fromDay'), until: t('unit.untilDay') };
  return (
    <DialogForm
      state={state}
      title={t(blocked ? 'unit.changeBlock' : 'unit.blockTitle', { unit: unitWithin(t, unit) })}
      submitLabel={t(blocked ? 'action.save' : 'unit.block')}
      onClose={onClose}
    >
      <ChangedMeanwhile state={state} labels={labels} />
      {unit.state === 'occupied' && <p className="flush">{t('unit.blockOccupied')}</p>}
      <TextField name="reason" label={labels.reason} hint={t('unit.reasonHint')} maxLength={300} />
      <div className="two">
        <DateField name="from_day" label={labels.from_day} />
        <DateField name="until" label={labels.until} hint={t('unit.untilHint')} optional />
      </div>
    </DialogForm>
  );
}
