import { useQueryClient } from '@tanstack/react-query';
import { day as shortDay, weekdayName } from '@/shared/format/dates';
import { DialogForm } from '@/shared/forms/DialogForm';
import { useServerForm } from '@/shared/forms/useServerForm';
import { useLocale, useT as useShared } from '@/shared/i18n';
import { refresh } from '@/shared/live/useLiveEvents';
import { toast } from '@/shared/ui/toasts';
import { HoursFields } from './HoursFields';
import { hoursSchema, sentFrom, typedFrom } from './hoursForm';
import { type Member, putHours, type Week } from './queries';
import { useT } from './texts';
import { hoursOn } from './told';

interface Props {
  week: Week;
  member: Member;
  day: string;
  onClose: () => void;
}
export function HoursDialog({ week, member, day, onClose }: Props) {
  const t = useT();
  const shared = useShared();
  const locale = useLocale();
  const client = useQueryClient();
  const state = useServerForm({
    schema: hoursSchema,
    defaultValues: typedFrom(hoursOn(week.hours, member, day)),
    save: async (given) => {
      const saved = await putHours(member.id, sentFrom(day, given));
      refresh(client, 'crew');
      toast([t('crew.hoursSaved'), ...saved.warnings.map((one) => t(`crew.warning.${one}`))].join('. '));
      onClose();
    },
  });
  return (
    <DialogForm
      state={state}
      title={t('crew.hoursTitle', {
        name: member.name,
        day: `${weekdayName(day, locale)} ${shortDay(day)}`,
      })}
      submitLabel={shared('action.save')}
      onClose={onClose}
    >
      <HoursFields />
    </DialogForm>
  );
}
