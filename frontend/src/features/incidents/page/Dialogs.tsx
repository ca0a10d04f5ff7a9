import type { IncidentStatus } from '@/shared/words/values';
import type { Incident, Service } from '../queries';
import { AssignDialog } from './AssignDialog';
import { EditDialog } from './EditDialog';
import { SeverityDialog } from './SeverityDialog';
import { ShareDialog } from './ShareDialog';
import { StatusDialog } from './StatusDialog';
import { UnshareDialog } from './UnshareDialog';

/** Which dialog stands open. */
export type Open =
  | { kind: 'status'; to?: IncidentStatus }
  | { kind: 'severity' | 'assign' | 'edit' }
  | { kind: 'share' | 'unshare'; partner: Exclude<Service, 'district'> };

export function Dialogs({
  incident,
  open,
  onClose,
}: {
  incident: Incident;
  open: Open | undefined;
  onClose: () => void;
}) {
  const props = { incident, onClose };
  switch (open?.kind) {
    case 'status':
      return <StatusDialog {...props} to={open.to} />;
    case 'severity':
      return <SeverityDialog {...props} />;
    case 'assign':
      return <AssignDialog {...props} />;
    case 'edit':
      return incident.view === 'care' ? <EditDialog incident={incident} onClose={onClose} /> : null;
    case 'share':
      return incident.view === 'care' ? (
        <ShareDialog incident={incident} partner={open.partner} onClose={onClose} />
      ) : null;
    case 'unshare':
      return <UnshareDialog {...props} partner={open.partner} />;
    default:
      return null;
  }
}
