import { useEffect } from 'react';
import { useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import { ChangedMeanwhile } from '@/shared/forms/ChangedMeanwhile';
import { DialogForm } from '@/shared/forms/DialogForm';
import { RadioCards, TextareaField } from '@/shared/forms/fields';
import { NumberWarning } from '@/shared/forms/NumberWarning';
import { optionalText } from '@/shared/forms/rules';
import { useEditForm } from '@/shared/forms/useEditForm';
import { textOf } from '@/shared/i18n';
import { toast } from '@/shared/ui/toasts';
import { entryAudiences, type IncidentStatus, incidentStatuses, keysOf } from '@/shared/words/values';
import { AudienceChoice, useAudiences } from '../audience';
import { changeStatus } from '../mutations';
import { type Incident, useKeepIncident, useReloadIncident } from '../queries';
import { reachable, reopens } from '../status';
import { useT } from '../texts';

interface Props {
  incident: Incident;
  /** What the button that opened it proposes. */
  to?: IncidentStatus;
  onClose: () => void;
}
export function StatusDialog({ incident, to, onClose }: Props) {
  const t = useT();
  const keep = useKeepIncident();
  const narrowest = useAudiences(incident)[0]?.value ?? 'partners';
  const schema = z
    .object({
      status: z.enum(keysOf(incidentStatuses)),
      note: optionalText(4000),
      audience: z.enum(entryAudiences),
    })
    .check(
      z.refine((v) => v.status !== incident.status, { path: ['status'], message: 'form.choose' }),
      z.refine((v) => !reopens(incident.status, v.status) || v.note.trim() !== '', {
        path: ['note'],
        message: 'problem.reason-missing',
      }),
    );
  const state = useEditForm({
    record: incident,
    valuesOf: (r) => ({ status: r.status, note: '', audience: narrowest }),
    schema,
    reload: useReloadIncident(incident.id),
    save: async ({ status, note, audience }, version) => {
      const words = note ? { note, audience } : {};
      keep(await changeStatus(incident.id, { version, status, ...words }));
      toast(t('setStatus.changed', { status: t(`status.${status}`) }));
      onClose();
    },
  });
  const { form } = state;
  useEffect(() => {
    if (to) form.setValue('status', to);
  }, [form, to]);
  const [note, chosen] = useWatch({ control: form.control, name: ['note', 'status'] });
  const reopening = reopens(incident.status, chosen);
  return (
    <DialogForm
      state={state}
      title={t('setStatus.title', { number: incident.number })}
      submitLabel={t('action.save')}
      onClose={onClose}
    >
      <ChangedMeanwhile
        state={state}
        labels={{ status: t('incident.status') }}
        show={(_, v) => textOf(`status.${String(v)}`) ?? ''}
      />
      <RadioCards
        name="status"
        label={t('setStatus.new')}
        columns={2}
        options={reachable[incident.status].map((s) => ({
          value: s,
          label: t(`status.${s}`),
          hint: t(`setStatus.hint.${s}`),
        }))}
      />
      <TextareaField
        name="note"
        label={t(reopening ? 'setStatus.why' : 'setStatus.note')}
        hint={t('incident.noHealth')}
        rows={3}
        optional={!reopening}
      />
      <NumberWarning names={['note']} />
      {note.trim() !== '' && <AudienceChoice incident={incident} label={t('setStatus.noteAudience')} />}
    </DialogForm>
  );
}
