import { ConfirmDialog } from '@/shared/ui/dialogs';
import { toast, toastError } from '@/shared/ui/toasts';
import { unshare } from '../mutations';
import { type Incident, useKeepIncident, useRefreshIncident } from '../queries';
import { useT } from '../texts';

interface Props {
  incident: Incident;
  partner: 'landlord' | 'nav';
  onClose: () => void;
}
export function UnshareDialog({ incident, partner, onClose }: Props) {
  const t = useT();
  const keep = useKeepIncident();
  const refresh = useRefreshIncident(incident.id);
  const who = t(`incident.the.${partner}`);
  return (
    <ConfirmDialog
      open
      title={t(`share.endWith.${partner}`)}
      text={
        <>
          {t('share.endText', { partner: who })}{' '}
          {incident.responsible === partner && t('share.comesBack', { partner: who })}
        </>
      }
      confirmLabel={t('share.end')}
      onClose={onClose}
      onConfirm={async () => {
        try {
          keep(await unshare(incident.id, { version: incident.version, partner }));
          toast(t('share.ended', { partner: who }));
        } catch (error) {
          toastError(error);
          refresh();
        }
        onClose();
      }}
    />
  );
}
