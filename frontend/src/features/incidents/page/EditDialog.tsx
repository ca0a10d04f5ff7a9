import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import type { Schemas } from '@/shared/api/client';
import { clock, day, isoDay } from '@/shared/format/dates';
import { osloInstant } from '@/shared/format/osloInstant';
import { readClock } from '@/shared/format/readClock';
import { ChangedMeanwhile } from '@/shared/forms/ChangedMeanwhile';
import { DateField } from '@/shared/forms/DateField';
import { DialogForm } from '@/shared/forms/DialogForm';
import { SelectField, TextareaField, TextField } from '@/shared/forms/fields';
import { NumberWarning } from '@/shared/forms/NumberWarning';
import { type Pick, PickField } from '@/shared/forms/PickField';
import { choice, optionalDay, optionalText, requiredDay, requiredText } from '@/shared/forms/rules';
import { useEditForm } from '@/shared/forms/useEditForm';
import { textOf } from '@/shared/i18n';
import { toast } from '@/shared/ui/toasts';
import { incidentCategories } from '@/shared/words/values';
import { edit } from '../mutations';
import { allUnits, useKeepIncident, useReloadIncident } from '../queries';
import { useT } from '../texts';
import { matching, useUnitPick } from '../unitPick';

type Care = Schemas['IncidentCare'];
const schema = z.object({
  title: requiredText(200, 'report.titleMissing'),
  category: choice(incidentCategories, 'report.categoryMissing'),
  unit_id: z.nullable(z.custom<Pick>()),
  place: optionalText(200),
  day: requiredDay({ notAfterToday: true }),
  clock: z.string().check(z.refine((v) => readClock(v) !== undefined, 'report.clockWrong')),
  due_on: optionalDay(),
  description: optionalText(4000),
});
type Values = z.input<typeof schema>;
const valuesOf = (r: Care): Values => ({
  title: r.title,
  category: r.category,
  unit_id: r.unit && { id: r.unit.id, label: r.unit.label },
  place: r.place ?? '',
  day: day(r.occurred_at),
  clock: clock(r.occurred_at),
  due_on: r.due_on ? day(r.due_on) : '',
  description: r.description ?? '',
});

export function EditDialog({ incident, onClose }: { incident: Care; onClose: () => void }) {
  const t = useT();
  const keep = useKeepIncident();
  const queryClient = useQueryClient();
  const pick = useUnitPick();
  const reload = useReloadIncident(incident.id);
  const state = useEditForm({
    record: incident,
    valuesOf,
    schema,
    reload: async () => {
      const now = await reload();
      return now.view === 'care' ? now : incident;
    },
    save: async (v, version) => {
      const same =
        v.day === isoDay(incident.occurred_at) &&
        readClock(v.clock) === readClock(clock(incident.occurred_at));
      keep(
        await edit(incident.id, {
          version,
          title: v.title,
          category: v.category,
          unit_id: v.unit_id?.id ?? null,
          place: v.place || null,
          due_on: v.due_on,
          description: v.description || null,
          // to the minute only: what was not touched keeps its seconds
          ...(!same && { occurred_at: osloInstant(v.day, readClock(v.clock) ?? '00:00') }),
        }),
      );
      toast(t('edit.saved'));
      onClose();
    },
  });
  const labels = {
    title: t('report.title'),
    category: t('incident.category'),
    unit_id: t('report.unit'),
    place: t('report.place'),
    day: t('report.day'),
    clock: t('report.clock'),
    due_on: t('incident.due'),
    description: t('incident.description'),
  };
  const show = (name: string, value: unknown): string => {
    if (name === 'category') return textOf(`category.${String(value)}`) ?? '';
    if (name === 'unit_id') return (value as Pick | null)?.label ?? '';
    return typeof value === 'string' ? value : '';
  };
  return (
    <DialogForm
      state={state}
      title={t('edit.title', { number: incident.number })}
      submitLabel={t('action.save')}
      onClose={onClose}
    >
      <p className="muted flush">{t('edit.lead')}</p>
      <ChangedMeanwhile state={state} labels={labels} show={show} />
      <TextField name="title" label={labels.title} maxLength={200} />
      <TextareaField
        name="description"
        label={labels.description}
        hint={t('incident.noHealth')}
        rows={4}
        optional
      />
      <NumberWarning names={['title', 'place', 'description']} />
      <div className="two">
        <SelectField
          name="category"
          label={labels.category}
          empty={false}
          options={incidentCategories.map((c) => ({ value: c, label: t(`category.${c}`) }))}
        />
        <DateField name="due_on" label={labels.due_on} optional />
        <PickField
          name="unit_id"
          label={labels.unit_id}
          optional
          source={`units-${incident.site_id}`}
          search={async (q) =>
            matching(await queryClient.ensureQueryData(allUnits), q, incident.site_id).map(pick)
          }
        />
        <TextField name="place" label={labels.place} maxLength={200} optional />
        <DateField name="day" label={labels.day} />
        <TextField name="clock" label={labels.clock} hint={t('report.clockHint')} dir="ltr" maxLength={5} />
      </div>
    </DialogForm>
  );
}
