import { useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import { day, isoDay, readDay } from '@/shared/format/dates';
import { ChangedMeanwhile } from '@/shared/forms/ChangedMeanwhile';
import { DateField } from '@/shared/forms/DateField';
import { DialogForm } from '@/shared/forms/DialogForm';
import { SelectField, TextField } from '@/shared/forms/fields';
import { choice, optionalText, requiredDay } from '@/shared/forms/rules';
import { useEditForm } from '@/shared/forms/useEditForm';
import { textOf } from '@/shared/i18n';
import { toast } from '@/shared/ui/toasts';
import { type EndReason, moveOut, type TenancyCare, useKeepTenancy, useReloadTenancy } from '../queries';
import { useT } from '../texts';

/** A move inside the house is a transfer, not a move out. */
const reasons = [
  'own_choice',
  'private_rental',
  'transfer_municipal',
  'bought',
  'family_reunion',
  'other_municipality',
  'abroad',
  'eviction',
  'death',
  'other',
] as const satisfies readonly EndReason[];

const schema = z.object({ on_day: requiredDay(), reason: choice(reasons), destination: optionalText(200) });
type Values = z.input<typeof schema>;

export function MoveOut({ tenancy, onClose }: { tenancy: TenancyCare; onClose: () => void }) {
  const t = useT();
  const keep = useKeepTenancy();
  const reload = useReloadTenancy(tenancy.id);
  const state = useEditForm({
    record: tenancy,
    valuesOf: (r): Values => ({
      on_day: day(r.until ?? isoDay()),
      reason: (reasons as readonly string[]).includes(r.ended_because ?? '')
        ? (r.ended_because as Values['reason'])
        : ('' as Values['reason']),
      destination: r.destination ?? '',
    }),
    schema,
    reload: async () => {
      const latest = await reload();
      return latest.view === 'care' ? latest : tenancy;
    },
    save: async ({ on_day, reason, destination }, version, key) => {
      const json = { version, on_day, reason, destination: destination || null };
      keep(await moveOut(tenancy.id, json, key));
      toast(t(on_day > isoDay() ? 'moveOut.noted' : 'moveOut.done', { unit: tenancy.unit_label }));
      onClose();
    },
  });
  const onDay = readDay(useWatch({ control: state.form.control, name: 'on_day' }) ?? '');
  const later = onDay !== undefined && onDay > isoDay();
  const labels = {
    on_day: t('moveOut.onDay'),
    reason: t('moveOut.reason'),
    destination: t('moveOut.destination'),
  };
  return (
    <DialogForm
      state={state}
      title={t('moveOut.title', { unit: tenancy.unit_label })}
      submitLabel={later ? t('moveOut.note') : t('moveOut.submit')}
      onClose={onClose}
    >
      <ChangedMeanwhile
        state={state}
        labels={labels}
        show={(name, v) => (name === 'reason' && textOf(`endReason.${String(v)}`)) || String(v)}
      />
      <DateField name="on_day" label={labels.on_day} hint={t('moveOut.onDayHint')} />
      <div className="two">
        <SelectField
          name="reason"
          label={labels.reason}
          options={reasons.map((r) => ({ value: r, label: t(`endReason.${r}`) }))}
        />
        <TextField
          name="destination"
          label={labels.destination}
          hint={t('moveOut.destinationHint')}
          optional
        />
      </div>
      <div className="clash">
        <p className="flush">
          <strong>{later ? t('moveOut.happensLater') : t('moveOut.happens')}</strong>
        </p>
        <ul className="consequences">
          {later ? (
            <>
              <li>{t('moveOut.later.notice')}</li>
              <li>{t('moveOut.later.settle')}</li>
            </>
          ) : (
            <>
              <li>{t('moveOut.now.unit')}</li>
              <li>{t('moveOut.now.devices')}</li>
              <li>{t('moveOut.now.helpers')}</li>
            </>
          )}
        </ul>
      </div>
    </DialogForm>
  );
}
