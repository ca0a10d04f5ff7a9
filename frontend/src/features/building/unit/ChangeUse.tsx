import * as z from 'zod/mini';
import { day, isoDay } from '@/shared/format/dates';
import { ChangedMeanwhile } from '@/shared/forms/ChangedMeanwhile';
import { DateField } from '@/shared/forms/DateField';
import { DialogForm } from '@/shared/forms/DialogForm';
import { RadioCards, TextField } from '@/shared/forms/fields';
import { choice, requiredDay, requiredText } from '@/shared/forms/rules';
import { useEditForm } from '@/shared/forms/useEditForm';
import { toast } from '@/shared/ui/toasts';
import { unitUses } from '@/shared/words/values';
import { unitWithin } from '../names';
import { changeUse, type Unit, useKeepUnit, useReloadUnit } from '../queries';
import { useT } from '../texts';

const schema = z.object({
  use: choice(unitUses, 'unit.useMissing'),
  from_day: requiredDay(),
  reason: requiredText(200, 'unit.reasonMissing'),
});
type Values = z.input<typeof schema>;

export function ChangeUse({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const t = useT();
  const keep = useKeepUnit();
  const state = useEditForm({
    record: unit,
    // nothing is chosen from the start; the type has no word for that
    valuesOf: (): Values => ({ use: '' as Values['use'], from_day: day(isoDay()), reason: '' }),
    schema,
    reload: useReloadUnit(unit.id),
    save: async (values, version, key) => {
      keep(await changeUse(unit.id, { version, ...values }, key));
      toast(t('unit.useDone', { unit: unit.label, use: t(`unit.use.${values.use}`).toLowerCase() }));
      onClose();
    },
  });
  return (
    <DialogForm
      state={state}
      title={t('unit.useTitle', { unit: unitWithin(t, unit) })}
      submitLabel={t('unit.changeUse')}
      onClose={onClose}
    >
      <ChangedMeanwhile state={state} labels={{}} />
      <RadioCards
        name="use"
        label={t('unit.newUse')}
        columns={2}
        options={unitUses.filter((u) => u !== unit.use).map((u) => ({ value: u, label: t(`unit.use.${u}`) }))}
      />
      <DateField name="from_day" label={t('unit.fromDay')} />
      <TextField name="reason" label={t('unit.reason')} hint={t('unit.useReasonHint')} maxLength={300} />
    </DialogForm>
  );
}
