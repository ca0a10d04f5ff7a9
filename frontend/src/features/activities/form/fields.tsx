import { useState } from 'react';
import { useFormState } from 'react-hook-form';
import * as z from 'zod/mini';
import type { Schemas } from '@/shared/api/client';
import { day } from '@/shared/format/dates';
import { readClock } from '@/shared/format/readClock';
import { DateField } from '@/shared/forms/DateField';
import { CheckboxField, CheckboxGroup, SelectField, TextareaField, TextField } from '@/shared/forms/fields';
import { optionalDay, optionalText } from '@/shared/forms/rules';
import { useLanguages } from '@/shared/people/languages';
import type { ActivityStatus } from '@/shared/words/values';
import type { Activity } from '../queries';
import { useT } from '../texts';
import { clockOf } from '../weeks';
import { useResponsibles } from '../words';

export const plannedStatuses = [
  'idea',
  'planned',
  'booked',
  'confirmed',
  'open_slot',
] as const satisfies readonly ActivityStatus[];

/** Typed as 12.00, handed on as 12:00. */
export const optionalClock = () =>
  z.pipe(
    z.string().check(
      z.trim(),
      z.refine((v) => v === '' || readClock(v) !== undefined, 'form.activity.clockWrong'),
    ),
    z.transform((v) => readClock(v) ?? null),
  );
const seats = () =>
  z.pipe(
    z.string().check(
      z.trim(),
      z.refine(
        (v) => v === '' || (/^\d{1,3}$/.test(v) && +v >= 1 && +v <= 500),
        'form.activity.capacityWrong',
      ),
    ),
    z.transform((v) => (v === '' ? null : Number(v))),
  );

export const activitySchema = z.object({
  title: optionalText(200),
  status: z.enum(plannedStatuses),
  day: optionalDay(),
  starts: optionalClock(),
  ends: optionalClock(),
  place: optionalText(200),
  meeting_point: optionalText(200),
  capacity: seats(),
  sign_up_until: optionalDay(),
  responsible_user_id: z.string(),
  weather_dependent: z.boolean(),
  interpreters: z.array(z.string()).check(z.maxLength(6, 'form.activity.interpretersMany')),
  description: optionalText(4000),
});
export type ActivityValues = z.input<typeof activitySchema>;

export const emptyActivity: ActivityValues = {
  title: '',
  status: 'planned',
  day: '',
  starts: '',
  ends: '',
  place: '',
  meeting_point: '',
  capacity: '',
  sign_up_until: '',
  responsible_user_id: '',
  weather_dependent: false,
  interpreters: [],
  description: '',
};
export const valuesOf = (r: Activity): ActivityValues => ({
  title: r.title ?? '',
  status: plannedStatuses.find((s) => s === r.status) ?? 'planned',
  day: r.day ? day(r.day) : '',
  starts: r.starts ? clockOf(r.starts) : '',
  ends: r.ends ? clockOf(r.ends) : '',
  place: r.place ?? '',
  meeting_point: r.meeting_point ?? '',
  capacity: r.capacity === null ? '' : String(r.capacity),
  sign_up_until: r.sign_up_until ? day(r.sign_up_until) : '',
  responsible_user_id: r.responsible?.id ?? '',
  weather_dependent: r.weather_dependent,
  interpreters: r.interpreters,
  description: r.description ?? '',
});

/** What both a new and an edited activity send. */
export const sent = (v: z.output<typeof activitySchema>) =>
  ({
    title: v.title || null,
    status: v.status,
    day: v.day,
    starts: v.starts,
    ends: v.ends,
    place: v.place || null,
    meeting_point: v.meeting_point || null,
    capacity: v.capacity,
    sign_up_until: v.sign_up_until,
    responsible_user_id: v.responsible_user_id || null,
    weather_dependent: v.weather_dependent,
    interpreters: v.interpreters,
    description: v.description || null,
  }) satisfies Schemas['NewActivity'];

export function useLabels() {
  const t = useT();
  return {
    title: t('form.activity.title'),
    status: t('activity.statusLabel'),
    day: t('activity.date'),
    starts: t('form.activity.starts'),
    ends: t('form.activity.ends'),
    place: t('activity.place'),
    meeting_point: t('activity.meet'),
    capacity: t('form.activity.capacity'),
    sign_up_until: t('activity.until'),
    responsible_user_id: t('activity.responsible'),
    weather_dependent: t('form.activity.weather'),
    interpreters: t('activity.interpreters'),
    description: t('form.activity.description'),
  };
}

/** Nobody needs an interpreter for what the house itself speaks. */
function useInterpreted() {
  const { items, name } = useLanguages();
  return items
    .filter(({ code }) => code !== 'nb' && code !== 'nn' && code !== 'en')
    .map(({ code }) => ({ value: code, label: name(code) }));
}

interface Props {
  /** Left out where the status is changed by its own buttons. */
  withStatus?: boolean;
  /** Who has it already, or would by default. */
  responsible?: { id: string; name: string } | null;
  /** All fields at once; else those that a first line needs. */
  whole?: boolean;
}
export function ActivityFields({ withStatus, responsible, whole }: Props) {
  const t = useT();
  const labels = useLabels();
  const clockHint = t('form.activity.clockHint');
  const { errors } = useFormState();
  const [opened] = useState(whole);
  const wrong = ['capacity', 'sign_up_until', 'responsible_user_id', 'interpreters'].some((n) => n in errors);
  return (
    <>
      <TextField name="title" label={labels.title} maxLength={200} />
      <div className="two">
        <DateField name="day" label={labels.day} optional />
        {withStatus && (
          <SelectField
            name="status"
            label={labels.status}
            empty={false}
            options={plannedStatuses.map((s) => ({ value: s, label: t(`activity.${s}`) }))}
          />
        )}
        <TextField name="starts" label={labels.starts} hint={clockHint} dir="ltr" maxLength={5} optional />
        <TextField name="ends" label={labels.ends} hint={clockHint} dir="ltr" maxLength={5} optional />
        <TextField name="place" label={labels.place} maxLength={200} optional />
        <TextField name="meeting_point" label={labels.meeting_point} maxLength={200} optional />
      </div>
      <CheckboxField name="weather_dependent" label={labels.weather_dependent} />
      <details className="act-more" open={opened || wrong || undefined}>
        <summary>{t('form.activity.more')}</summary>
        <div className="stack">
          <More responsible={responsible} />
        </div>
      </details>
    </>
  );
}

function More({ responsible }: Pick<Props, 'responsible'>) {
  const t = useT();
  const labels = useLabels();
  return (
    <>
      <div className="two">
        <TextField
          name="capacity"
          label={labels.capacity}
          hint={t('form.activity.capacityHint')}
          dir="ltr"
          maxLength={3}
          optional
        />
        <DateField
          name="sign_up_until"
          label={labels.sign_up_until}
          hint={t('form.activity.untilHint')}
          optional
        />
        <SelectField
          name="responsible_user_id"
          label={labels.responsible_user_id}
          empty={t('activity.nobody')}
          options={useResponsibles(responsible)}
        />
      </div>
      <TextareaField
        name="description"
        label={labels.description}
        hint={t('form.activity.descriptionHint')}
        rows={3}
        optional
      />
      <CheckboxGroup
        name="interpreters"
        label={labels.interpreters}
        hint={t('form.activity.interpretersHint')}
        columns={3}
        options={useInterpreted()}
        optional
      />
    </>
  );
}
