import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { day } from '@/shared/format/dates';
import { DateField } from '@/shared/forms/DateField';
import { DialogForm } from '@/shared/forms/DialogForm';
import { TextField } from '@/shared/forms/fields';
import { requiredDay, requiredText } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { useT as useShared } from '@/shared/i18n';
import { refresh } from '@/shared/live/useLiveEvents';
import { toast } from '@/shared/ui/toasts';
import { editWeek, type Week } from './queries';
import { useT } from './texts';

const schema = z.object({ name: requiredText(200), first_day: requiredDay(), last_day: requiredDay() });

export function EditWeek({ week, onClose }: { week: Week; onClose: () => void }) {
  const t = useT();
  const shared = useShared();
  const client = useQueryClient();
  const state = useServerForm({
    schema,
    defaultValues: { name: week.name, first_day: day(week.first_day), last_day: day(week.last_day) },
    save: async (given) => {
      await editWeek(week.id, { ...given, version: week.version });
      refresh(client, 'crew');
      toast(t('crew.weekSaved'));
      onClose();
    },
  });
  return (
    <DialogForm
      state={state}
      title={t('crew.editWeek')}
      submitLabel={shared('action.save')}
      onClose={onClose}
    >
      <TextField name="name" label={t('crew.name')} maxLength={200} />
      <div className="two">
        <DateField name="first_day" label={t('crew.first')} />
        <DateField name="last_day" label={t('crew.last')} />
      </div>
    </DialogForm>
  );
}
