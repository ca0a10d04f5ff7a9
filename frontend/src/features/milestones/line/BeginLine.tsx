import * as z from 'zod/mini';
import { day, isoDay } from '@/shared/format/dates';
import { DateField } from '@/shared/forms/DateField';
import { DialogForm } from '@/shared/forms/DialogForm';
import { requiredDay } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { toast } from '@/shared/ui/toasts';
import { beginLine, useRefreshMilestones } from '../queries';
import { useT } from '../texts';

const schema = z.object({ from_day: requiredDay() });

export function BeginLine({ residentId, onClose }: { residentId: string; onClose: () => void }) {
  const t = useT();
  const refresh = useRefreshMilestones();
  const state = useServerForm({
    schema,
    defaultValues: { from_day: day(isoDay()) },
    save: async (values) => {
      await beginLine(residentId, values);
      refresh();
      toast(t('milestones.begun'));
      onClose();
    },
  });
  return (
    <DialogForm
      state={state}
      title={t('milestones.begin')}
      submitLabel={t('milestones.begin')}
      onClose={onClose}
    >
      <DateField name="from_day" label={t('milestones.beginDay')} hint={t('milestones.beginHint')} />
    </DialogForm>
  );
}
