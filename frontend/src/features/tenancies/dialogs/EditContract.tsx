import * as z from 'zod/mini';
import { ChangedMeanwhile } from '@/shared/forms/ChangedMeanwhile';
import { DialogForm } from '@/shared/forms/DialogForm';
import { TextField } from '@/shared/forms/fields';
import { useEditForm } from '@/shared/forms/useEditForm';
import { textOf } from '@/shared/i18n';
import { toast } from '@/shared/ui/toasts';
import { ContractFields } from '../contract/ContractFields';
import { contractBody, contractCheck, contractFields, contractOf } from '../contract/contractRules';
import { editTenancy, type TenancyCare, useKeepTenancy, useReloadTenancy } from '../queries';
import { useT } from '../texts';
import { keysField } from './keys';

const schema = z.object({ ...contractFields, keys_handed_over: keysField() }).check(contractCheck);

/** For those who see the whole lease; the landlord's view has no legal ground to correct. */
export function EditContract({ tenancy, onClose }: { tenancy: TenancyCare; onClose: () => void }) {
  const t = useT();
  const keep = useKeepTenancy();
  const reload = useReloadTenancy(tenancy.id);
  const state = useEditForm({
    record: tenancy,
    valuesOf: (r) => ({ ...contractOf(r), keys_handed_over: String(r.keys_handed_over ?? 0) }),
    schema,
    fieldOf: (field) => (field === 'legal_ground' ? 'ground' : field),
    reload: async () => {
      const latest = await reload();
      return latest.view === 'care' ? latest : tenancy;
    },
    save: async ({ keys_handed_over, ...contract }, version) => {
      keep(await editTenancy(tenancy.id, { version, ...contractBody(contract), keys_handed_over }));
      toast(t('tenancy.saved'));
      onClose();
    },
  });
  const labels = {
    kind: t('contract.kind'),
    ground: t('contract.ground'),
    contract_ends_on: t('contract.ends'),
    keys_handed_over: t('keys.count'),
  };
  const show = (name: string, value: unknown): string => {
    const text = String(value);
    if (name === 'kind') return textOf(`tenancy.kind.${text}`) ?? text;
    return (name === 'ground' && textOf(`contract.ground.${text}`)) || text;
  };
  return (
    <DialogForm state={state} title={t('contract.edit')} submitLabel={t('action.save')} onClose={onClose}>
      <ChangedMeanwhile state={state} labels={labels} show={show} />
      <ContractFields from={tenancy.from_day} />
      <TextField name="keys_handed_over" label={labels.keys_handed_over} inputMode="numeric" />
    </DialogForm>
  );
}
