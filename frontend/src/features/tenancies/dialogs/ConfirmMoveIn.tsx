import * as z from 'zod/mini';
import { day, isoDay } from '@/shared/format/dates';
import { ChangedMeanwhile } from '@/shared/forms/ChangedMeanwhile';
import { DateField } from '@/shared/forms/DateField';
import { DialogForm } from '@/shared/forms/DialogForm';
import { TextField } from '@/shared/forms/fields';
import { requiredDay } from '@/shared/forms/rules';
import { useEditForm } from '@/shared/forms/useEditForm';
import { toast } from '@/shared/ui/toasts';
import { confirmMoveIn, type Tenancy, useKeepTenancy, useReloadTenancy } from '../queries';
import { useT } from '../texts';
import { keysField } from './keys';

const schema = z.object({ on_day: requiredDay({ notAfterToday: true }), keys_handed_over: keysField() });

/** A planned move has happened. */
export function ConfirmMoveIn({ tenancy, onClose }: { tenancy: Tenancy; onClose: () => void }) {
  const t = useT();
  const keep = useKeepTenancy();
  const state = useEditForm({
    record: tenancy,
    valuesOf: (r) => ({
      on_day: day(r.from_day < isoDay() ? r.from_day : isoDay()),
      keys_handed_over: String(r.keys_handed_over ?? 2),
    }),
    schema,
    reload: useReloadTenancy(tenancy.id),
    save: async (values, version, key) => {
      keep(await confirmMoveIn(tenancy.id, { version, ...values }, key));
      toast(t('confirm.done', { unit: tenancy.unit_label }));
      onClose();
    },
  });
  return (
    <DialogForm
      state={state}
      title={t('confirm.title', { unit: tenancy.unit_label })}
      submitLabel={t('confirm.submit')}
      onClose={onClose}
    >
      <ChangedMeanwhile
        state={state}
        labels={{ on_day: t('confirm.onDay'), keys_handed_over: t('keys.count') }}
      />
      <p className="flush">{t('confirm.explain')}</p>
      <div className="two">
        <DateField name="on_day" label={t('confirm.onDay')} />
        <TextField name="keys_handed_over" label={t('keys.count')} inputMode="numeric" />
      </div>
    </DialogForm>
  );
}
