import { useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import { day, isoDay, readDay } from '@/shared/format/dates';
import { ChangedMeanwhile } from '@/shared/forms/ChangedMeanwhile';
import { DateField } from '@/shared/forms/DateField';
import { DialogForm } from '@/shared/forms/DialogForm';
import { TextField } from '@/shared/forms/fields';
import { requiredDay, requiredText } from '@/shared/forms/rules';
import { useEditForm } from '@/shared/forms/useEditForm';
import { toast } from '@/shared/ui/toasts';
import { ContractFields } from '../contract/ContractFields';
import {
  contractBody,
  contractCheck,
  contractFields,
  contractOf,
  reportMoveWithin,
} from '../contract/contractRules';
import { type TenancyCare, transfer, useKeepTenancy, useReloadTenancy } from '../queries';
import { useT } from '../texts';
import { UnitField } from '../units/UnitField';
import { keysField } from './keys';

const schema = z
  .object({
    unit_id: requiredText(64, 'units.missing'),
    on_day: requiredDay(),
    ...contractFields,
    keys_handed_over: keysField(),
  })
  .check(contractCheck);

interface Props {
  tenancy: TenancyCare;
  onClose: () => void;
  onMoved?: (newTenancyId: string) => void;
}
export function Transfer({ tenancy, onClose, onMoved }: Props) {
  const t = useT();
  const keep = useKeepTenancy();
  const reload = useReloadTenancy(tenancy.id);
  const state = useEditForm({
    record: tenancy,
    valuesOf: (r) => ({
      unit_id: '',
      on_day: day(isoDay()),
      ...contractOf(r),
      keys_handed_over: String(r.keys_handed_over ?? 2),
    }),
    schema,
    fieldOf: (field) => (field === 'legal_ground' ? 'ground' : field),
    reload: async () => {
      const latest = await reload();
      return latest.view === 'care' ? latest : tenancy;
    },
    save: async ({ unit_id, on_day, keys_handed_over, ...contract }, version, key) => {
      const json = { version, unit_id, on_day, keys_handed_over, ...contractBody(contract) };
      const next = await transfer(tenancy.id, json, key);
      keep(next);
      toast(t(on_day > isoDay() ? 'transfer.planned' : 'transfer.done', { unit: next.unit_label }));
      onClose();
      onMoved?.(next.id);
    },
  });
  const onDay = readDay(useWatch({ control: state.form.control, name: 'on_day' }) ?? '');
  const later = onDay !== undefined && onDay > isoDay();
  return (
    <DialogForm
      state={state}
      title={t('transfer.title', { unit: tenancy.unit_label })}
      submitLabel={later ? t('transfer.plan') : t('transfer.submit')}
      onClose={onClose}
    >
      <ChangedMeanwhile state={state} labels={{}} />
      <DateField name="on_day" label={t('transfer.onDay')} />
      <UnitField name="unit_id" size={tenancy.household_size} not={tenancy.unit_id} />
      <ContractFields from={onDay} />
      <TextField name="keys_handed_over" label={t('keys.count')} inputMode="numeric" />
      <ul className="consequences clash">
        <li>{later ? t('transfer.happens.plan') : t('transfer.happens.now')}</li>
        <li>{t('transfer.happens.same')}</li>
        <li>{t('transfer.happens.report', { days: reportMoveWithin })}</li>
      </ul>
    </DialogForm>
  );
}
