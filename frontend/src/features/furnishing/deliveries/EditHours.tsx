import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { day, weekdayName } from '@/shared/format/dates';
import { readClock } from '@/shared/format/readClock';
import { DateField } from '@/shared/forms/DateField';
import { DialogForm } from '@/shared/forms/DialogForm';
import { CheckboxField, CheckboxGroup, TextField } from '@/shared/forms/fields';
import { optionalDay, requiredText } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { useLocale } from '@/shared/i18n';
import { refresh } from '@/shared/live/useLiveEvents';
import { toast } from '@/shared/ui/toasts';
import { useT } from '../texts';
import { addHours, type BusyHours, type Neighbour, replaceHours } from './queries';

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;
const time = z.pipe(
  z.string().check(z.refine((v) => readClock(v) !== undefined, 'window.clockWrong')),
  z.transform((v) => readClock(v) ?? ''),
);
const schema = z.object({
  label: requiredText(200),
  weekdays: z.array(z.string()).check(z.minLength(1, 'busy.daysMissing')),
  from_time: time,
  to_time: time,
  only_school_days: z.boolean(),
  valid_from: optionalDay(),
  valid_to: optionalDay(),
});

interface Props {
  neighbour: Neighbour;
  hours?: BusyHours;
  onClose: () => void;
}
export function EditHours({ neighbour, hours, onClose }: Props) {
  const t = useT();
  const locale = useLocale();
  const client = useQueryClient();
  const school = neighbour.kind === 'school' || neighbour.kind === 'kindergarten';
  const state = useServerForm({
    schema,
    defaultValues: {
      label: hours?.label ?? '',
      weekdays: (hours?.weekdays ?? [1, 2, 3, 4, 5]).map(String),
      from_time: hours?.from_time ?? '08:00',
      to_time: hours?.to_time ?? '08:45',
      only_school_days: hours?.only_school_days ?? school,
      valid_from: hours?.valid_from ? day(hours.valid_from) : '',
      valid_to: hours?.valid_to ? day(hours.valid_to) : '',
    },
    save: async ({ weekdays, ...rest }, key) => {
      const given = { ...rest, weekdays: weekdays.map(Number) };
      await (hours ? replaceHours(hours.id, given) : addHours(neighbour.id, given, key));
      for (const topic of ['sites', 'furnishing']) refresh(client, topic);
      toast(t('busy.saved'));
      onClose();
    },
  });
  return (
    <DialogForm
      state={state}
      title={t('busy.formTitle', { name: neighbour.name })}
      submitLabel={t('action.save')}
      onClose={onClose}
    >
      <TextField name="label" label={t('busy.label')} hint={t('busy.labelHint')} />
      <div className="two">
        <TextField name="from_time" label={t('window.from')} type="time" />
        <TextField name="to_time" label={t('window.to')} type="time" />
      </div>
      <CheckboxGroup
        name="weekdays"
        label={t('busy.days')}
        columns={2}
        options={WEEK.map((n) => ({ value: String(n), label: weekdayName(`2024-01-0${n}`, locale) }))}
      />
      <CheckboxField name="only_school_days" label={t('busy.onlySchool')} hint={t('busy.onlySchoolHint')} />
      <div className="two">
        <DateField name="valid_from" label={t('busy.validFrom')} optional />
        <DateField name="valid_to" label={t('busy.validTo')} optional />
      </div>
    </DialogForm>
  );
}
