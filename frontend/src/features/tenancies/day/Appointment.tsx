import { Link } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { day as asDay, clock } from '@/shared/format/dates';
import { osloInstant } from '@/shared/format/osloInstant';
import { DateField } from '@/shared/forms/DateField';
import { Form } from '@/shared/forms/Form';
import { TextField } from '@/shared/forms/fields';
import { requiredDay, requiredText } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { toast } from '@/shared/ui/toasts';
import { type MoveInDay, useEditDay } from './queries';
import { useT } from './texts';

const schema = z.object({
  day: requiredDay(),
  clock: z.string().check(
    z.trim(),
    z.refine((v) => /^([01]?\d|2[0-3])[:.]?[0-5]\d$/.test(v), 'moveDay.clockWrong'),
  ),
  place: requiredText(200),
});

export function Appointment({ day }: { day: MoveInDay }) {
  const t = useT();
  const edit = useEditDay(day.tenancy_id);
  const at = day.appointment_at;
  const state = useServerForm({
    schema,
    defaultValues: {
      day: at ? asDay(at) : '',
      clock: at ? clock(at) : '',
      place: day.appointment_place ?? '',
    },
    fieldOf: (field) => (field === 'appointment_place' ? 'place' : 'day'),
    save: async (given) => {
      const [, hour = '', minute = ''] = /^(\d{1,2})[:.]?(\d{2})$/.exec(given.clock) ?? [];
      await edit.mutateAsync({
        appointment_at: osloInstant(given.day, `${hour.padStart(2, '0')}:${minute}`),
        appointment_place: given.place,
      });
      toast(t('moveDay.appointmentSaved'));
    },
  });
  return (
    <>
      <Form state={state} submitLabel={t('moveDay.saveAppointment')}>
        <div className="two">
          <DateField name="day" label={t('moveDay.day')} />
          <TextField name="clock" label={t('moveDay.clock')} inputMode="numeric" />
        </div>
        <TextField name="place" label={t('moveDay.where')} maxLength={200} />
      </Form>
      <Link to="/moter/ny" className="ds-link">
        {t('moveDay.newMeeting')}
      </Link>
    </>
  );
}
