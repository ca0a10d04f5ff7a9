import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { isoDay } from '@/shared/format/dates';
import { useMay } from '@/shared/session/session';
import { toast, toastError } from '@/shared/ui/toasts';
import { EditActivity } from '../form/EditActivity';
import { type Activity, complete, edit, useKeepActivity } from '../queries';
import { useT } from '../texts';
import { isComing } from '../words';
import { CallOff } from './CallOff';
import { Postpone } from './Postpone';

type Act = 'postpone' | 'callOff' | 'edit';

/** What can be done with it now, by those who may; the likeliest first. */
export function Actions({ activity: one }: { activity: Activity }) {
  const t = useT();
  const mayWrite = useMay('activities:write');
  const keep = useKeepActivity();
  const [act, setAct] = useState<Act>();
  const [busy, setBusy] = useState(false);
  if (!mayWrite) return null;
  const close = () => setAct(undefined);
  const { version } = one;
  const run = async (change: () => Promise<Activity>, told: string) => {
    setBusy(true);
    try {
      keep(await change());
      toast(told);
    } catch (error) {
      toastError(error);
    } finally {
      setBusy(false);
    }
  };
  const coming = isComing(one);
  const reached = coming && one.day !== null && one.day <= isoDay();
  const ahead = coming && (one.day === null || one.day >= isoDay());
  const button = (name: Act, label: string) => (
    <Button type="button" variant="secondary" onClick={() => setAct(name)}>
      {label}
    </Button>
  );
  const direct = (label: string, change: () => Promise<Activity>, told: string) => (
    <Button type="button" variant="secondary" disabled={busy} onClick={() => void run(change, told)}>
      {label}
    </Button>
  );
  return (
    <>
      {ahead &&
        one.status !== 'confirmed' &&
        one.day !== null &&
        direct(
          t('activity.confirm'),
          () => edit(one.id, { version, status: 'confirmed' }),
          t('activity.nowConfirmed'),
        )}
      {reached && direct(t('activity.complete'), () => complete(one.id, version), t('activity.completed'))}
      {coming && button('postpone', t('activity.postpone'))}
      {(coming || one.status === 'idea') && button('callOff', t('activity.cancel'))}
      {one.status === 'cancelled' &&
        direct(t('activity.reopen'), () => edit(one.id, { version, status: 'idea' }), t('activity.reopened'))}
      {one.status !== 'postponed' && button('edit', t('activity.edit'))}
      {act === 'postpone' && <Postpone activity={one} onClose={close} />}
      {act === 'callOff' && <CallOff activity={one} onClose={close} />}
      {act === 'edit' && <EditActivity activity={one} onClose={close} />}
    </>
  );
}
