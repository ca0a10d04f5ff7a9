import { useQueryClient } from '@tanstack/react-query';
import { DialogForm } from '@/shared/forms/DialogForm';
import { useServerForm } from '@/shared/forms/useServerForm';
import { refresh } from '@/shared/live/useLiveEvents';
import { useSession, useSite } from '@/shared/session/session';
import { toast } from '@/shared/ui/toasts';
import { plan } from '../queries';
import { useT } from '../texts';
import { ActivityFields, activitySchema, emptyActivity, sent } from './fields';

interface Props {
  /** The Monday of the week whose line was opened; where the day stays open it stands there. */
  week?: string;
  onClose: () => void;
}
export function NewActivity({ week, onClose }: Props) {
  const t = useT();
  const { site } = useSite();
  const queryClient = useQueryClient();
  const { actor_id, name } = useSession();
  const state = useServerForm({
    schema: activitySchema,
    defaultValues: { ...emptyActivity, responsible_user_id: actor_id },
    save: async (values, key) => {
      await plan({ ...sent(values), site_id: site?.id, week: values.day ? null : week }, key);
      refresh(queryClient, 'activities');
      toast(t('form.activity.planned'));
      onClose();
    },
  });
  return (
    <DialogForm state={state} title={t('form.activity.new')} submitLabel={t('action.save')} onClose={onClose}>
      <ActivityFields withStatus responsible={{ id: actor_id, name }} />
    </DialogForm>
  );
}
