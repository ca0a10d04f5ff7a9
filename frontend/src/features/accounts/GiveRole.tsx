import { DialogForm } from '@/shared/forms/DialogForm';
import { useServerForm } from '@/shared/forms/useServerForm';
import { toast } from '@/shared/ui/toasts';
import { giveRole, useRefreshAccounts } from './queries';
import { RoleFields } from './RoleFields';
import { noRole, roleBody, roleSchema } from './roleSchema';
import { useT } from './texts';

export function GiveRole({ accountId, onClose }: { accountId: string; onClose: () => void }) {
  const t = useT();
  const refresh = useRefreshAccounts();
  const state = useServerForm({
    schema: roleSchema,
    defaultValues: noRole,
    save: async (given, header) => {
      await giveRole(accountId, roleBody(given), header);
      await refresh();
      toast(t('account.roleGiven'));
      onClose();
    },
  });
  return (
    <DialogForm
      state={state}
      title={t('account.giveRole')}
      submitLabel={t('account.giveRole')}
      onClose={onClose}
    >
      <RoleFields />
    </DialogForm>
  );
}
