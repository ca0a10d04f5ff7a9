import { Button } from '@digdir/designsystemet-react';
import { useMutation } from '@tanstack/react-query';
import { useSession } from '@/shared/session/session';
import { toast, toastError } from '@/shared/ui/toasts';
import { assign, changeStatus } from '../mutations';
import { type Incident, useKeepIncident, useRefreshIncident } from '../queries';
import { nextStep } from '../status';
import { useT } from '../texts';
import type { Open } from './Dialogs';

/** The one button for what comes next; under the thumb on a phone. */
export function NextStep({ incident, onOpen }: { incident: Incident; onOpen: (what: Open) => void }) {
  const t = useT();
  const { actor_id, audience } = useSession();
  const keep = useKeepIncident();
  const refresh = useRefreshIncident(incident.id);
  const take = useMutation({
    mutationFn: async () => {
      const mine = await assign(incident.id, { version: incident.version, assigned_to: actor_id });
      keep(mine);
      // who takes a new case has begun with it
      if (mine.status === 'new')
        keep(await changeStatus(mine.id, { version: mine.version, status: 'in_progress' }));
    },
    onSuccess: () => toast(t('next.taken')),
    onError: (error) => {
      toastError(error);
      // show who was first
      refresh();
    },
  });
  const step = nextStep(incident, audience);
  if (!step) return null;
  return (
    <div className="next-step">
      <Button
        type="button"
        loading={take.isPending}
        onClick={() =>
          step === 'take'
            ? take.mutate()
            : onOpen({ kind: 'status', to: step === 'close' ? 'closed' : 'resolved' })
        }
      >
        {t(`next.${step}`)}
      </Button>
    </div>
  );
}
