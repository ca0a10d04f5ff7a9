import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { isoDay } from '@/shared/format/dates';
import { useMay } from '@/shared/session/session';
import { Notice } from './course/Notice';
import { WithdrawNotice } from './course/WithdrawNotice';
import { CancelPlan } from './dialogs/CancelPlan';
import { ConfirmMoveIn } from './dialogs/ConfirmMoveIn';
import { EditContract } from './dialogs/EditContract';
import { MoveOut } from './dialogs/MoveOut';
import { Transfer } from './dialogs/Transfer';
import type { Tenancy } from './queries';
import { stageOf } from './stage';
import { useT } from './texts';

type Act = 'confirm' | 'cancel' | 'transfer' | 'moveOut' | 'edit' | 'notice' | 'withdraw';

interface Props {
  tenancy: Tenancy;
  onMoved?: (newTenancyId: string) => void;
  onGone?: () => void;
}
/** What can be done with this tenancy now, by those who may. */
export function TenancyActions({ tenancy, onMoved, onGone }: Props) {
  const t = useT();
  const mayWrite = useMay('tenancies:write');
  const [act, setAct] = useState<Act>();
  const close = () => setAct(undefined);
  if (!mayWrite || tenancy.view !== 'care') return null;
  const stage = stageOf(tenancy);
  const transferring = tenancy.ended_because === 'internal_transfer';
  const button = (name: Act, label: string, main = false) => (
    <Button type="button" variant={main ? undefined : 'secondary'} onClick={() => setAct(name)}>
      {label}
    </Button>
  );
  return (
    <>
      {stage !== 'over' && (
        <div className="actions">
          {stage === 'awaited' && (
            <>
              {tenancy.from_day <= isoDay()
                ? button('confirm', t('confirm.submit'), true)
                : button('confirm', t('confirm.already'))}
              {button('cancel', t('cancel.submit'))}
            </>
          )}
          {stage === 'living' && (
            <>
              {button('transfer', t('transfer.open'))}
              {button('notice', t('notice.open'))}
              {button('moveOut', t('moveOut.open'))}
            </>
          )}
          {stage === 'notice' && !transferring && (
            <>
              {button('moveOut', t('moveOut.settle'), (tenancy.until ?? '') <= isoDay())}
              {button('withdraw', t('withdraw.open'))}
              {button('transfer', t('transfer.open'))}
            </>
          )}
          {button('edit', t('contract.edit'))}
        </div>
      )}
      {act === 'confirm' && <ConfirmMoveIn tenancy={tenancy} onClose={close} />}
      {act === 'cancel' && <CancelPlan tenancy={tenancy} onClose={close} onGone={onGone} />}
      {act === 'transfer' && <Transfer tenancy={tenancy} onClose={close} onMoved={onMoved} />}
      {act === 'moveOut' && <MoveOut tenancy={tenancy} onClose={close} />}
      {act === 'notice' && <Notice tenancy={tenancy} onClose={close} />}
      {act === 'withdraw' && <WithdrawNotice tenancy={tenancy} onClose={close} />}
      {act === 'edit' && <EditContract tenancy={tenancy} onClose={close} />}
    </>
  );
}
