import { useState } from 'react';
import { idempotencyKeys } from '@/shared/api/client';
import { ApiError } from '@/shared/api/problem';
import { ConfirmDialog } from '@/shared/ui/dialogs';
import { toast, toastError } from '@/shared/ui/toasts';
import { unitWithin } from '../names';
import { type Unit, unblockUnit, useKeepUnit, useReloadUnit } from '../queries';
import { useT } from '../texts';

interface Props {
  unit: Unit;
  onClose: () => void;
}
export function Unblock({ unit, onClose }: Props) {
  const t = useT();
  const keep = useKeepUnit();
  const reload = useReloadUnit(unit.id);
  const [keyFor] = useState(idempotencyKeys);
  const unblock = async () => {
    const body = { version: unit.version };
    try {
      keep(await unblockUnit(unit.id, body, keyFor(body)));
      toast(t('unit.unblockDone', { unit: unitWithin(t, unit) }));
      onClose();
    } catch (error) {
      // the dialog shows the unit as it stands now; a second press then means what stands there
      if (error instanceof ApiError && error.status === 409) await reload().catch(() => undefined);
      toastError(error);
    }
  };
  return (
    <ConfirmDialog
      open
      title={t('unit.unblockTitle', { unit: unitWithin(t, unit) })}
      text={
        <>
          {unit.view !== 'plain' && unit.blocked_reason && (
            <>
              <bdi>{unit.blocked_reason}</bdi>
              <br />
            </>
          )}
          {t(unit.state === 'out_of_use' ? 'unit.unblockVacant' : 'unit.unblockKeeps')}
        </>
      }
      confirmLabel={t('unit.unblock')}
      onConfirm={unblock}
      onClose={onClose}
    />
  );
}
