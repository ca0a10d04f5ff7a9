import { Button } from '@digdir/designsystemet-react';
import { lazy, Suspense, useState } from 'react';
import { isoDay } from '@/shared/format/dates';
import { useMay } from '@/shared/session/session';
import type { Act } from './dialogs/TenancyDialog';
import type { Tenancy } from './queries';
import { stageOf } from './stage';
import { useT } from './texts';

const TenancyDialog = lazy(() => import('./dialogs/TenancyDialog'));

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
      {act && (
        <Suspense>
          <TenancyDialog act={act} tenancy={tenancy} onClose={close} onMoved={onMoved} onGone={onGone} />
        </Suspense>
      )}
    </>
  );
}
