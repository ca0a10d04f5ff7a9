import { Button } from '@digdir/designsystemet-react';
import { day } from '@/shared/format/dates';
import { CopyButton } from '@/shared/ui/CopyButton';
import { FormDialog } from '@/shared/ui/dialogs';
import type { Invitation } from './queries';
import { useT } from './texts';

interface Props {
  name: string;
  invitation: Invitation;
  onDone: () => void;
}
/** Shown once; the code stands behind # so that no server and no log ever sees it. */
export function InvitationShown({ name, invitation, onDone }: Props) {
  const t = useT();
  const message = t('account.linkMessage', {
    userName: invitation.user_name,
    link: `${location.origin}/ansatt/velkommen#${invitation.code}`,
  });
  return (
    <FormDialog open title={t('account.linkTitle', { name })} onClose={onDone}>
      <div className="stack">
        <p className="flush">{t('account.linkText', { name, until: day(invitation.expires_at) })}</p>
        <div className="account-link" role="group" aria-label={t('account.link')}>
          <code dir="ltr">{message}</code>
          <CopyButton text={message} what={t('account.link')} />
        </div>
        <div className="actions">
          <Button onClick={onDone}>{t('account.linkDone')}</Button>
        </div>
      </div>
    </FormDialog>
  );
}
