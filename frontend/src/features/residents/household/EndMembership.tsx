import * as z from 'zod/mini';
import { day, isoDay } from '@/shared/format/dates';
import { DateField } from '@/shared/forms/DateField';
import { DialogForm } from '@/shared/forms/DialogForm';
import { requiredDay } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { toast } from '@/shared/ui/toasts';
import { type Member, useRefreshResidents } from '../queries';
import { useT } from '../texts';
import { endMembership } from './mutations';

const schema = z.object({ on_day: requiredDay() });

interface Props {
  householdId: string;
  member: Member;
  onClose: () => void;
}
export function EndMembership({ householdId, member, onClose }: Props) {
  const t = useT();
  const refreshAll = useRefreshResidents();
  const state = useServerForm({
    schema,
    defaultValues: { on_day: day(isoDay()) },
    save: async (values, headers) => {
      await endMembership(householdId, member.id, values, headers);
      refreshAll();
      toast(t('resident.saved'));
      onClose();
    },
  });
  return (
    <DialogForm
      state={state}
      title={t('household.leaveTitle', { name: member.name })}
      submitLabel={t('household.leave')}
      onClose={onClose}
    >
      <p className="flush">{t('household.leaveExplain')}</p>
      <DateField name="on_day" label={t('household.onDay')} />
    </DialogForm>
  );
}
