import * as z from 'zod/mini';
import { clock, day } from '@/shared/format/dates';
import { DateField } from '@/shared/forms/DateField';
import { DialogForm } from '@/shared/forms/DialogForm';
import { CheckboxField, TextField } from '@/shared/forms/fields';
import { optionalText, requiredDay } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { toast } from '@/shared/ui/toasts';
import { moveMeeting } from '../mutations';
import { type Meeting, useKeepMeeting } from '../queries';
import { ClockFields, clockRule, lengthRule } from '../start/fields';
import { useT } from '../texts';

const schema = z.object({
  day: requiredDay(),
  begins: clockRule,
  minutes: lengthRule,
  place: optionalText(200),
  reason: optionalText(200),
  following: z.boolean(),
});

export function MoveDialog({ meeting: m, onClose }: { meeting: Meeting; onClose: () => void }) {
  const t = useT();
  const keep = useKeepMeeting();
  const lasts = (Date.parse(m.ends_at) - Date.parse(m.begins_at)) / 60_000;
  const state = useServerForm({
    schema,
    defaultValues: {
      day: day(m.begins_at),
      begins: clock(m.begins_at),
      minutes: String(lasts),
      place: m.place ?? '',
      reason: '',
      following: false,
    },
    save: async ({ place, reason, ...v }, key) => {
      keep(
        await moveMeeting(
          m.id,
          { version: m.version, ...v, place: place || null, reason: reason || null },
          key,
        ),
      );
      toast(t('move.moved'));
      onClose();
    },
  });
  return (
    <DialogForm state={state} title={t('meeting.move')} submitLabel={t('move.do')} onClose={onClose}>
      <DateField name="day" label={t('start.day')} />
      <ClockFields />
      <TextField name="place" label={t('meeting.place')} maxLength={200} optional />
      <TextField name="reason" label={t('move.why')} hint={t('move.whyHint')} maxLength={200} optional />
      {m.series && (
        <CheckboxField name="following" label={t('move.following')} hint={t('move.followingHint')} />
      )}
    </DialogForm>
  );
}
