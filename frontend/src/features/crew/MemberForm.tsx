import { Button } from '@digdir/designsystemet-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import * as z from 'zod/mini';
import { DialogForm } from '@/shared/forms/DialogForm';
import { CheckboxField, SelectField, TextField } from '@/shared/forms/fields';
import { choice, requiredText } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { useT as useShared } from '@/shared/i18n';
import { refresh } from '@/shared/live/useLiveEvents';
import { ConfirmDialog } from '@/shared/ui/dialogs';
import { toast, toastError } from '@/shared/ui/toasts';
import { accounts, addMember, editMember, type Member, removeMember, type Week } from './queries';
import { useT } from './texts';

const kinds = ['youth', 'leader'] as const;
const schema = z.object({
  name: requiredText(200),
  kind: choice(kinds),
  under_18: z.boolean(),
  account_id: z.string(),
});

interface Props {
  week: Week;
  member?: Member;
  onClose: () => void;
}
export function MemberForm({ week, member, onClose }: Props) {
  const t = useT();
  const shared = useShared();
  const client = useQueryClient();
  const [removing, setRemoving] = useState(false);
  const known = useQuery(accounts(week.site.id)).data?.items ?? [];
  const finish = (said: string) => {
    refresh(client, 'crew');
    toast(said);
    onClose();
  };
  const state = useServerForm({
    schema,
    defaultValues: {
      name: member?.name ?? '',
      kind: member?.kind ?? 'youth',
      under_18: member?.under_18 ?? false,
      account_id: member?.account_id ?? '',
    },
    save: async (given, key) => {
      const json = { ...given, account_id: given.account_id || null };
      if (member) await editMember(member.id, json);
      else await addMember(week.id, json, key);
      finish(t(member ? 'crew.memberSaved' : 'crew.memberAdded'));
    },
  });
  if (member && removing)
    return (
      <ConfirmDialog
        open
        danger
        title={t('crew.removeMemberTitle', { name: member.name })}
        text={t('crew.removeMemberText', { name: member.name })}
        confirmLabel={t('crew.removeMember')}
        onConfirm={() => removeMember(member.id).then(() => finish(t('crew.memberRemoved')), toastError)}
        onClose={onClose}
      />
    );
  return (
    <DialogForm
      state={state}
      title={member ? t('crew.editMember', { name: member.name }) : t('crew.addMemberTitle')}
      submitLabel={shared('action.save')}
      onClose={onClose}
    >
      <TextField name="name" label={t('crew.memberName')} maxLength={200} />
      <SelectField
        name="kind"
        label={t('crew.kind')}
        empty={false}
        options={kinds.map((one) => ({ value: one, label: t(`crew.kind.${one}`) }))}
      />
      <CheckboxField name="under_18" label={t('crew.under18')} hint={t('crew.under18Hint')} />
      <SelectField
        key={known.length}
        name="account_id"
        label={t('crew.account')}
        hint={t('crew.accountHint')}
        empty={t('crew.noAccount')}
        options={known.map((one) => ({ value: one.id, label: one.name }))}
      />
      {member && (
        <div>
          <Button type="button" variant="tertiary" data-color="danger" onClick={() => setRemoving(true)}>
            {t('crew.removeMember')}
          </Button>
        </div>
      )}
    </DialogForm>
  );
}
