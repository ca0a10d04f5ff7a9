import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { ChangedMeanwhile } from '@/shared/forms/ChangedMeanwhile';
import { DialogForm } from '@/shared/forms/DialogForm';
import { TextareaField } from '@/shared/forms/fields';
import { requiredText } from '@/shared/forms/rules';
import { useEditForm } from '@/shared/forms/useEditForm';
import { toast } from '@/shared/ui/toasts';
import { useRefreshResidents } from '../queries';
import { useT } from '../texts';
import { type ProtectionView, protection, setProtection } from './queries';

const schema = z.object({ reason: requiredText(4000, 'form.reasonMissing') });

interface Props {
  residentId: string;
  name: string;
  now: ProtectionView;
  onClose: () => void;
}
export function LiftProtection({ residentId, name, now, onClose }: Props) {
  const t = useT();
  const queryClient = useQueryClient();
  const refreshAll = useRefreshResidents();
  const state = useEditForm({
    record: now,
    valuesOf: () => ({ reason: '' }),
    schema,
    reload: () => queryClient.fetchQuery({ ...protection(residentId), staleTime: 0 }),
    save: async ({ reason }, version) => {
      const saved = await setProtection(residentId, { version, grade: 'none', guardians: [], reason });
      queryClient.setQueryData(protection(residentId).queryKey, saved);
      refreshAll();
      toast(t('protection.isLifted', { name }));
      onClose();
    },
  });
  return (
    <DialogForm
      state={state}
      title={t('protection.liftTitle', { name })}
      submitLabel={t('protection.lift')}
      onClose={onClose}
    >
      <ChangedMeanwhile state={state} labels={{}} />
      <p className="flush">{t('protection.liftExplain')}</p>
      <TextareaField
        name="reason"
        label={t('protection.reason')}
        hint={t('protection.liftHint')}
        max={4000}
        rows={3}
      />
    </DialogForm>
  );
}
