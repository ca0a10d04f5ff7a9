import { Button } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { forgetOutbox, pending } from '@/shared/offline/outbox';
import { ConfirmDialog } from '@/shared/ui/dialogs';
import { toastError } from '@/shared/ui/toasts';
import { When } from '@/shared/ui/When';
import { myData, signOut } from './queries';
import { useT } from './texts';
import './my-data.css';

/** Which phones are signed in as me; this one can be signed out. */
export function MyDevice({ onSignedOut }: { onSignedOut: () => Promise<void> }) {
  const t = useT();
  const { data } = useQuery(myData);
  const [asking, setAsking] = useState<{ unsent: number }>();
  const leave = async () => {
    try {
      await signOut();
      await forgetOutbox();
      await onSignedOut();
    } catch (error) {
      toastError(error);
    }
    setAsking(undefined);
  };
  return (
    <>
      <ul className="plain-list devices">
        {data?.devices.map((device) => (
          <li key={`${device.label} ${device.created_at}`}>
            <strong>
              {device.current ? t('mine.thisPhone') : t('mine.otherPhone')}{' '}
              <bdi className="muted">{kindOf(device.label)}</bdi>
            </strong>
            <span className="muted">
              {t('mine.signedInAt')} <When at={device.created_at} as="short" />
            </span>
          </li>
        ))}
      </ul>
      <Button
        type="button"
        variant="secondary"
        data-size="lg"
        onClick={async () => setAsking({ unsent: (await pending()).length })}
      >
        {t('mine.signOut')}
      </Button>
      <ConfirmDialog
        open={asking !== undefined}
        title={t('mine.signOutAsk')}
        text={
          <>
            {t('mine.signOutText')}{' '}
            {asking && asking.unsent > 0 && t('mine.signOutUnsent', { count: asking.unsent })}
          </>
        }
        confirmLabel={t('mine.signOutYes')}
        danger
        onConfirm={leave}
        onClose={() => setAsking(undefined)}
      />
    </>
  );
}

/** The browser names itself at length; a person knows which telephone it is by less. */
const kindOf = (label: string): string =>
  /iPhone|iPad|Android|Windows|Macintosh|Linux/.exec(label)?.[0].replace('Macintosh', 'Mac') ?? '';
