import { ChangedMeanwhile } from '@/shared/forms/ChangedMeanwhile';
import { DialogForm } from '@/shared/forms/DialogForm';
import { useEditForm } from '@/shared/forms/useEditForm';
import { textOf } from '@/shared/i18n';
import { toast } from '@/shared/ui/toasts';
import { type Activity, edit, useKeepActivity, useReloadActivity } from '../queries';
import { useT } from '../texts';
import { useResponsibles } from '../words';
import { ActivityFields, activitySchema, plannedStatuses, sent, useLabels, valuesOf } from './fields';

export function EditActivity({ activity, onClose }: { activity: Activity; onClose: () => void }) {
  const t = useT();
  const keep = useKeepActivity();
  const labels = useLabels();
  const responsibles = useResponsibles(activity.responsible);
  const withStatus = plannedStatuses.some((s) => s === activity.status);
  const state = useEditForm({
    record: activity,
    valuesOf,
    schema: activitySchema,
    reload: useReloadActivity(activity.id),
    save: async (values, version) => {
      const { status, ...rest } = sent(values);
      keep(await edit(activity.id, { version, ...rest, ...(withStatus && { status }) }));
      toast(t('form.activity.saved'));
      onClose();
    },
  });
  const show = (name: string, value: unknown): string => {
    if (name === 'status') return textOf(`activity.${String(value)}`) ?? '';
    if (name === 'responsible_user_id') return responsibles.find((p) => p.value === value)?.label ?? '';
    return typeof value === 'string' ? value : '';
  };
  const told = activity.taken + activity.waiting;
  return (
    <DialogForm
      state={state}
      title={t('form.activity.edit')}
      submitLabel={t('action.save')}
      onClose={onClose}
    >
      {told > 0 && <p className="muted flush">{t('form.activity.tells', { count: told })}</p>}
      <ChangedMeanwhile state={state} labels={labels} show={show} />
      <ActivityFields withStatus={withStatus} responsible={activity.responsible} whole />
    </DialogForm>
  );
}
