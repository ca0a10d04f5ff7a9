import { useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import { ChangedMeanwhile } from '@/shared/forms/ChangedMeanwhile';
import { DialogForm } from '@/shared/forms/DialogForm';
import { TextareaField } from '@/shared/forms/fields';
import { NumberWarning } from '@/shared/forms/NumberWarning';
import { optionalText } from '@/shared/forms/rules';
import { useEditForm } from '@/shared/forms/useEditForm';
import { textOf } from '@/shared/i18n';
import { toast } from '@/shared/ui/toasts';
import { entryAudiences, keysOf, severities } from '@/shared/words/values';
import { AudienceChoice, useAudiences } from '../audience';
import { changeSeverity } from '../mutations';
import { type Incident, useKeepIncident, useReloadIncident } from '../queries';
import { SeverityField } from '../report/SeverityField';
import { useT } from '../texts';

const schema = z.object({
  severity: z.enum(keysOf(severities)),
  note: optionalText(4000),
  audience: z.enum(entryAudiences),
});

export function SeverityDialog({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  const t = useT();
  const keep = useKeepIncident();
  const narrowest = useAudiences(incident)[0]?.value ?? 'partners';
  const state = useEditForm({
    record: incident,
    valuesOf: (r) => ({ severity: r.severity, note: '', audience: narrowest }),
    schema,
    reload: useReloadIncident(incident.id),
    save: async ({ severity, note, audience }, version) => {
      const words = note ? { note, audience } : {};
      keep(await changeSeverity(incident.id, { version, severity, ...words }));
      toast(t('setSeverity.changed', { severity: t(`severity.${severity}`) }));
      onClose();
    },
  });
  const [note, chosen] = useWatch({ control: state.form.control, name: ['note', 'severity'] });
  return (
    <DialogForm
      state={state}
      title={t('setSeverity.title', { number: incident.number })}
      submitLabel={t('action.save')}
      onClose={onClose}
    >
      <ChangedMeanwhile
        state={state}
        labels={{ severity: t('incident.severity') }}
        show={(_, v) => textOf(`severity.${String(v)}`) ?? ''}
      />
      <SeverityField label={t('report.severity')} />
      <div role="status" className="quiet-word">
        {chosen === 'acute' && incident.severity !== 'acute' && (
          <p className="number-warning flush">{t('setSeverity.alarm')}</p>
        )}
      </div>
      <TextareaField
        name="note"
        label={t('setStatus.note')}
        hint={t('incident.noHealth')}
        rows={2}
        optional
      />
      <NumberWarning names={['note']} />
      {note.trim() !== '' && <AudienceChoice incident={incident} label={t('setStatus.noteAudience')} />}
    </DialogForm>
  );
}
