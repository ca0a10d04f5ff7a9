import { Notice } from '../course/Notice';
import { WithdrawNotice } from '../course/WithdrawNotice';
import type { TenancyCare } from '../queries';
import { CancelPlan } from './CancelPlan';
import { ConfirmMoveIn } from './ConfirmMoveIn';
import { EditContract } from './EditContract';
import { MoveOut } from './MoveOut';
import { Transfer } from './Transfer';

export type Act = 'confirm' | 'cancel' | 'transfer' | 'moveOut' | 'edit' | 'notice' | 'withdraw';

interface Props {
  act: Act;
  tenancy: TenancyCare;
  onClose: () => void;
  onMoved?: (newTenancyId: string) => void;
  onGone?: () => void;
}
/** Fetched when the first of them is opened. */
export default function TenancyDialog({ act, tenancy, onClose, onMoved, onGone }: Props) {
  const plain = { tenancy, onClose };
  switch (act) {
    case 'confirm':
      return <ConfirmMoveIn {...plain} />;
    case 'cancel':
      return <CancelPlan {...plain} onGone={onGone} />;
    case 'transfer':
      return <Transfer {...plain} onMoved={onMoved} />;
    case 'moveOut':
      return <MoveOut {...plain} />;
    case 'edit':
      return <EditContract {...plain} />;
    case 'notice':
      return <Notice {...plain} />;
    case 'withdraw':
      return <WithdrawNotice {...plain} />;
  }
}
