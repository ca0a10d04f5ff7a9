import { Button } from '@digdir/designsystemet-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { browserOf } from '@/shared/format/browserOf';
import { refresh } from '@/shared/live/useLiveEvents';
import { FormDialog } from '@/shared/ui/dialogs';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import { toast, toastError } from '@/shared/ui/toasts';
import { When } from '@/shared/ui/When';
import { useT } from '../texts';
import { devices, endDevice, endDevices } from './queries';

/** A lost phone is signed out here; its owner needs a new code. */
export function Devices({ residentId, onClose }: { residentId: string; onClose: () => void }) {
  const t = useT();
  const queryClient = useQueryClient();
  const query = useQuery(devices(residentId));
  const end = useMutation({
    mutationFn: (id: string | undefined) => (id ? endDevice(residentId, id) : endDevices(residentId)),
    onSuccess: async (_, id) => {
      refresh(queryClient, 'residents');
      toast(t('devices.done'));
      if (id) await query.refetch();
      else onClose();
    },
    onError: toastError,
  });
  const items = query.data?.items ?? [];
  const name = (label: string) => browserOf(label) || t('devices.unnamed');
  return (
    <FormDialog open title={t('access.devices')} onClose={onClose}>
      {query.isPending && <LoadingState lines={2} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && items.length === 0 && <p className="muted flush">{t('devices.none')}</p>}
      <ul className="lines">
        {items.map((d) => (
          <li key={d.id}>
            <span className="line-main">
              <bdi>{name(d.label)}</bdi>
              <span className="muted line-sub">
                {t('devices.since')} <When at={d.created_at} as="day" /> · {t('devices.seen')}{' '}
                <When at={d.last_seen_at} />
              </span>
            </span>
            <Button
              type="button"
              variant="secondary"
              aria-label={`${t('devices.end')}: ${name(d.label)}`}
              loading={end.isPending && end.variables === d.id}
              onClick={() => end.mutate(d.id)}
            >
              {t('devices.end')}
            </Button>
          </li>
        ))}
      </ul>
      {items.length > 1 && (
        <div className="actions">
          <Button type="button" variant="secondary" data-color="danger" onClick={() => end.mutate(undefined)}>
            {t('devices.endAll')}
          </Button>
        </div>
      )}
    </FormDialog>
  );
}
