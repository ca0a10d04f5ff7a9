import * as z from 'zod/mini';
import { day, isoDay } from '@/shared/format/dates';
import { ChangedMeanwhile } from '@/shared/forms/ChangedMeanwhile';
import { DateField } from '@/shared/forms/DateField';
import { DialogForm } from '@/shared/forms/DialogForm';
import { requiredDay } from '@/shared/forms/rules';
import { useEditForm } from '@/shared/forms/useEditForm';
import { toast } from '@/shared/ui/toasts';
import { useT } from '../texts';
import { type Change, confirmChange, useKeepChange, useReloadChange, withdrawChange } from './queries';

interface Props {
  change: Change;
  onClose: () => void;
}
const onDay = z.object({ on_day: requiredDay({ notAfterToday: true }) });

/** Who was approved has moved in. */
export function ConfirmChange({ change, onClose }: Props) {
  const t = useT();
  const keep = useKeepChange(change.tenancy_id);
  const state = useEditForm({
    record: change,
    valuesOf: (c) => ({ on_day: day(c.on_day < isoDay() ? c.on_day : isoDay()) }),
    schema: onDay,
    reload: useReloadChange(change),
    save: async ({ on_day }, version, key) => {
      await confirmChange(change.id, { version, on_day }, key);
      keep();
      toast(t('joining.confirmed'));
      onClose();
    },
  });
  return (
    <DialogForm
      state={state}
      title={t('joining.act.confirm')}
      submitLabel={t('joining.act.confirm')}
      onClose={onClose}
    >
      <ChangedMeanwhile state={state} labels={{ on_day: t('joining.onDay.joins') }} />
      <DateField name="on_day" label={t('joining.onDay.joins')} max={isoDay()} />
      <ul className="consequences clash">
        <li>{t('joining.confirmHappens')}</li>
        <li>{t('joining.next.joins')}</li>
      </ul>
    </DialogForm>
  );
}

const nothing = z.object({});

export function WithdrawChange({ change, onClose }: Props) {
  const t = useT();
  const keep = useKeepChange(change.tenancy_id);
  const state = useEditForm({
    record: change,
    valuesOf: () => ({}),
    schema: nothing,
    reload: useReloadChange(change),
    save: async (_, version, key) => {
      await withdrawChange(change.id, { version }, key);
      keep();
      toast(t('joining.withdrawn'));
      onClose();
    },
  });
  return (
    <DialogForm
      state={state}
      title={t('joining.act.withdraw')}
      submitLabel={t('joining.act.withdraw')}
      onClose={onClose}
    >
      <ChangedMeanwhile state={state} labels={{}} />
      <p className="flush">{t('joining.withdrawExplain')}</p>
    </DialogForm>
  );
}
