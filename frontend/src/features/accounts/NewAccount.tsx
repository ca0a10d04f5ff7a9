import { useState } from 'react';
import { Form } from '@/shared/forms/Form';
import { TextField } from '@/shared/forms/fields';
import { useServerForm } from '@/shared/forms/useServerForm';
import { InvitationShown } from './InvitationShown';
import { type Invitation, openAccount, useRefreshAccounts } from './queries';
import { RoleFields } from './RoleFields';
import { accountSchema, noRole, roleBody } from './roleSchema';
import { useT } from './texts';
import './accounts.css';

interface Props {
  onCreated: (accountId: string) => void;
  onCancel: () => void;
}
export function NewAccount({ onCreated, onCancel }: Props) {
  const t = useT();
  const refresh = useRefreshAccounts();
  const [made, setMade] = useState<{ name: string; invitation: Invitation }>();
  const state = useServerForm({
    schema: accountSchema,
    defaultValues: { ...noRole, name: '', user_name: '', phone: '' },
    save: async (given) => {
      const { name, user_name, phone } = given;
      const invitation = await openAccount({ ...roleBody(given), name, user_name, phone: phone || null });
      setMade({ name, invitation });
      await refresh();
    },
  });
  return (
    <div className="form-page">
      <Form state={state} submitLabel={t('account.open')} onCancel={onCancel}>
        <div className="two">
          <TextField name="name" label={t('account.name')} autoComplete="off" />
          <TextField
            name="phone"
            label={t('account.phone')}
            type="tel"
            dir="ltr"
            autoComplete="off"
            optional
          />
        </div>
        <TextField
          name="user_name"
          label={t('account.userName')}
          hint={t('account.userNameHint')}
          dir="ltr"
          autoComplete="off"
        />
        <RoleFields />
      </Form>
      {made && <InvitationShown {...made} onDone={() => onCreated(made.invitation.account_id)} />}
    </div>
  );
}
