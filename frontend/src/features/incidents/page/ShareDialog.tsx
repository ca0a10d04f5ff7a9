import { useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import type { Schemas } from '@/shared/api/client';
import { ChangedMeanwhile } from '@/shared/forms/ChangedMeanwhile';
import { DialogForm } from '@/shared/forms/DialogForm';
import { TextareaField } from '@/shared/forms/fields';
import { NumberWarning } from '@/shared/forms/NumberWarning';
import { optionalText, requiredText } from '@/shared/forms/rules';
import { useEditForm } from '@/shared/forms/useEditForm';
import { toast } from '@/shared/ui/toasts';
import { IncidentStatusWord, SeverityWord } from '@/shared/words/tags';
import { edit, share } from '../mutations';
import { useKeepIncident, useReloadIncident } from '../queries';
import { useT } from '../texts';

type Care = Schemas['IncidentCare'];
interface Props {
  incident: Care;
  partner: 'landlord' | 'nav';
  onClose: () => void;
}
/** To the landlord: a note about the building and nothing else, shown as they will read it. To Nav: the case itself. */
export function ShareDialog({ incident, partner, onClose }: Props) {
  const t = useT();
  const keep = useKeepIncident();
  const reload = useReloadIncident(incident.id);
  const landlord = partner === 'landlord';
  const sees = incident.shared_with.includes(partner);
  const schema = z.object({
    building_note: landlord ? requiredText(4000, 'problem.building-note-missing') : optionalText(4000),
  });
  const state = useEditForm({
    record: incident,
    valuesOf: (r) => ({ building_note: r.building_note ?? '' }),
    schema,
    reload: async () => {
      const now = await reload();
      return now.view === 'care' ? now : incident;
    },
    save: async ({ building_note }, version) => {
      if (sees) keep(await edit(incident.id, { version, building_note }));
      else keep(await share(incident.id, { version, partner, ...(landlord && { building_note }) }));
      toast(t(sees ? 'edit.saved' : 'share.done', { partner: t(`incident.the.${partner}`) }));
      onClose();
    },
  });
  return (
    <DialogForm
      state={state}
      title={t(sees ? 'share.changeNote' : `share.with.${partner}`)}
      submitLabel={t(sees ? 'action.save' : 'share.do')}
      onClose={onClose}
    >
      <ChangedMeanwhile state={state} labels={landlord ? { building_note: t('share.note') } : {}} />
      {landlord ? (
        <>
          <TextareaField name="building_note" label={t('share.note')} hint={t('share.noteHint')} rows={3} />
          <NumberWarning names={['building_note']} />
          <Preview incident={incident} />
        </>
      ) : (
        <ul className="flush share-list">
          <li>{t('share.nav1')}</li>
          <li>{t('share.nav2')}</li>
          <li>{t('share.nav3')}</li>
        </ul>
      )}
    </DialogForm>
  );
}

function Preview({ incident: i }: { incident: Care }) {
  const t = useT();
  const note: unknown = useWatch({ name: 'building_note' });
  return (
    <section className="share-preview" aria-labelledby="share-preview">
      <h3 id="share-preview">{t('share.preview')}</h3>
      <div className="inc-tags">
        <span className="figures">{i.number}</span>
        <strong>{t(`category.${i.category}`)}</strong>
        <SeverityWord severity={i.severity} />
        <IncidentStatusWord status={i.status} />
        <bdi>{i.unit?.label ?? t('facts.noPlace')}</bdi>
      </div>
      <p className="case-text">
        <bdi>{typeof note === 'string' && note.trim() ? note : '…'}</bdi>
      </p>
      <p className="muted flush">{t('share.previewHint')}</p>
    </section>
  );
}
