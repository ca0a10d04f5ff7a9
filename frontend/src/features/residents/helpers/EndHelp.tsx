import * as z from 'zod/mini';
import { day, isoDay } from '@/shared/format/dates';
import { DateField } from '@/shared/forms/DateField';
import { DialogForm } from '@/shared/forms/DialogForm';
import { requiredDay } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { toast } from '@/shared/ui/toasts';
import { type Helper, type Resident, useKeepResident } from '../queries';
import { useT } from '../texts';
import { endHelp } from './mutations';

const schema = z.object({ on_day: requiredDay() });

interface Props {
  resident: Resident;
  helper: Helper;
  onClose: () => void;
}
export function EndHelp({ resident, helper, onClose }: Props) {
  const t = useT();
  const keep = useKeepResident();
  const role = t(`helper.${helper.kind}`).toLowerCase();
  const state = useServerForm({
    schema,
    defaultValues: { on_day: day(isoDay()) },
    save: async (values, headers) => {
      keep(await endHelp(resident.id, helper.id, values, headers));
      toast(t('helpers.ended'));
      onClose();
    },
  });
  return (
    <DialogForm
      state={state}
      title={t('helpers.endTitle', { name: helper.name })}
      submitLabel={t('helpers.end')}
      onClose={onClose}
    >
      <p className="flush">{t('helpers.endExplain', { role })}</p>
      <DateField name="on_day" label={t('helpers.onDay')} hint={t('helpers.onDayHint')} />
    </DialogForm>
  );
}
