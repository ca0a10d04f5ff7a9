import type { Unit } from '../queries';
import { BlockUnit } from './BlockUnit';
import { ChangeUse } from './ChangeUse';
import { EditUnit } from './EditUnit';
import { Unblock } from './Unblock';
import type { Dialog } from './UnitActions';

interface Props {
  unit: Unit;
  open: Dialog;
  onClose: () => void;
}
/** Everything that changes a unit; its own file, fetched when somebody is about to. */
export default function Dialogs({ unit, open, onClose }: Props) {
  if (open === 'block') return <BlockUnit unit={unit} onClose={onClose} />;
  if (open === 'use') return <ChangeUse unit={unit} onClose={onClose} />;
  if (open === 'edit') return <EditUnit unit={unit} onClose={onClose} />;
  return <Unblock unit={unit} onClose={onClose} />;
}
