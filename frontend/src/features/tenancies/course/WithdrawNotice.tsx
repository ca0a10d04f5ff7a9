import * as z from 'zod/mini';
import { ChangedMeanwhile } from '@/shared/forms/ChangedMeanwhile';
import { DialogForm } from '@/shared/forms/DialogForm';
import type { TenancyCare } from '../queries';
import { useT } from '../texts';
import { withdrawNotice } from './queries';
import { useLeaseForm } from './useLeaseForm';

const schema = z.object({});

export function WithdrawNotice({ tenancy, onClose }: { tenancy: TenancyCare; onClose: () => void }) {
  const t = useT();
  const state = useLeaseForm({
    tenancy,
    values: {},
    schema,
    done: t('withdraw.done', { unit: tenancy.unit_label }),
    onClose,
    send: (_, version, key) => withdrawNotice(tenancy.id, { version }, key),
  });
  return (
    <DialogForm
      state={state}
      title={t('withdraw.title', { unit: tenancy.unit_label })}
      submitLabel={t('withdraw.open')}
      onClose={onClose}
    >
      <ChangedMeanwhile state={state} labels={{}} />
      <p className="flush">{t('withdraw.explain')}</p>
    </DialogForm>
  );
}
