import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as z from 'zod/mini';
import { idempotencyKeys } from '@/shared/api/client';
import { day } from '@/shared/format/dates';
import { joined } from '@/shared/format/joined';
import { ChangedMeanwhile } from '@/shared/forms/ChangedMeanwhile';
import { DateField } from '@/shared/forms/DateField';
import { DialogForm } from '@/shared/forms/DialogForm';
import { SelectField, TextareaField } from '@/shared/forms/fields';
import { NumberWarning } from '@/shared/forms/NumberWarning';
import { optionalDay, requiredText } from '@/shared/forms/rules';
import { useEditForm } from '@/shared/forms/useEditForm';
import { colleagues } from '@/shared/people/colleagues';
import { useSession } from '@/shared/session/session';
import { toast } from '@/shared/ui/toasts';
import { AudienceChoice, useAudiences } from '../audience';
import { addMeasure, editMeasure } from '../mutations';
import { crews, fromWho, servicesOf, toWho } from '../people';
import { type Incident, type Measure, useKeepIncident, useReloadIncident } from '../queries';
import { useT } from '../texts';

const schema = z.object({
  what: requiredText(4000, 'measure.missing'),
  owner_user_id: requiredText(80, 'form.choose'),
  due_on: optionalDay(),
  audience: z.enum(['internal', 'partners']),
});
type Values = z.input<typeof schema>;

interface Props {
  incident: Incident;
  measure?: Measure;
  onClose: () => void;
}
export function MeasureDialog({ incident, measure, onClose }: Props) {
  const t = useT();
  const { actor_id } = useSession();
  const keep = useKeepIncident();
  const reload = useReloadIncident(incident.id);
  const [keyFor] = useState(idempotencyKeys);
  const narrowest = useAudiences(incident)[0]?.value === 'internal' ? 'internal' : 'partners';
  const groups = crews(useQuery(colleagues).data?.items ?? [], servicesOf(incident));
  const options = groups.flatMap((g) => [
    {
      value: `pool:${g.service}`,
      label: t('assign.pool', { service: g.organisation || t(`audience.${g.service}`) }),
    },
    ...g.people.map((p) => ({ value: `user:${p.id}`, label: joined(p.name, g.organisation) })),
  ]);
  const valuesOf = (m: Versioned): Values => ({
    what: m.what ?? '',
    owner_user_id:
      m.what === undefined ? `user:${actor_id}` : toWho(m.owner ?? null, m.responsible ?? 'district'),
    due_on: m.due_on ? day(m.due_on) : '',
    audience: m.audience === 'internal' || m.audience === 'partners' ? m.audience : narrowest,
  });
  const state = useEditForm({
    record: (measure ?? { version: 0 }) as Versioned,
    valuesOf,
    schema,
    reload: async () => (await reload()).measures.find((m) => m.id === measure?.id) ?? { version: 0 },
    save: async ({ what, owner_user_id: who, due_on, audience }, version) => {
      const { person, service } = fromWho(who);
      const json = { what, due_on, owner_user_id: person ?? null, responsible: service };
      keep(
        measure
          ? await editMeasure(incident.id, measure.id, { version, ...json })
          : await addMeasure(incident.id, { ...json, audience }, keyFor([what, who, due_on, audience])),
      );
      toast(t(measure ? 'edit.saved' : 'measure.added'));
      onClose();
    },
  });
  const labels = { what: t('measure.what'), owner_user_id: t('measure.who'), due_on: t('incident.due') };
  return (
    <DialogForm
      state={state}
      title={t(measure ? 'measure.edit' : 'measure.new')}
      submitLabel={t('action.save')}
      onClose={onClose}
    >
      <ChangedMeanwhile
        state={state}
        labels={labels}
        show={(name, v) =>
          (name === 'owner_user_id' && options.find((o) => o.value === v)?.label) ||
          (typeof v === 'string' ? v : '')
        }
      />
      <TextareaField name="what" label={labels.what} hint={t('incident.noHealth')} rows={2} />
      <NumberWarning names={['what']} />
      <SelectField name="owner_user_id" label={labels.owner_user_id} options={options} />
      <DateField name="due_on" label={labels.due_on} optional />
      {!measure && <AudienceChoice incident={incident} without="reporter" label={t('measure.audience')} />}
    </DialogForm>
  );
}
type Versioned = Partial<Measure> & { version: number };
