import * as z from 'zod/mini';
import { ChangedMeanwhile } from '@/shared/forms/ChangedMeanwhile';
import { DialogForm } from '@/shared/forms/DialogForm';
import { useEditForm } from '@/shared/forms/useEditForm';
import { toast } from '@/shared/ui/toasts';
import { cancelPlan, type Tenancy, useKeepTenancy, useReloadTenancy } from '../queries';
import { useT } from '../texts';

interface Props {
  tenancy: Tenancy;
  onClose: () => void;
  /** The tenancy is gone; a page about it leaves. */
  onGone?: () => void;
}
export function CancelPlan({ tenancy, onClose, onGone }: Props) {
  const t = useT();
  const keep = useKeepTenancy();
  const state = useEditForm({
    record: tenancy,
    valuesOf: () => ({}),
    schema: z.object({}),
    reload: useReloadTenancy(tenancy.id),
    save: async (_, version, key) => {
      await cancelPlan(tenancy.id, { version }, key);
      onGone?.();
      keep();
      toast(t('cancel.done', { unit: tenancy.unit_label }));
      onClose();
    },
  });
  return (
    <DialogForm
      state={state}
      title={t('cancel.title', { unit: tenancy.unit_label })}
      submitLabel={t('cancel.submit')}
      onClose={onClose}
    >
      <ChangedMeanwhile state={state} labels={{}} />
      <p className="flush">{t('cancel.explain')}</p>
    </DialogForm>
  );
}
