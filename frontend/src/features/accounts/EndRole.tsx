import { useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import { day, isoDay, readDay } from '@/shared/format/dates';
import { DateField } from '@/shared/forms/DateField';
import { DialogForm } from '@/shared/forms/DialogForm';
import { RadioCards } from '@/shared/forms/fields';
import { useServerForm } from '@/shared/forms/useServerForm';
import { toast } from '@/shared/ui/toasts';
import { endRole, type HeldRole, useRefreshAccounts } from './queries';
import { useT } from './texts';

const schema = z.object({ when: z.enum(['now', 'later']), last_day: z.string() }).check(
  z.refine((v) => v.when === 'now' || readDay(v.last_day) !== undefined, {
    error: 'form.dayWrong',
    path: ['last_day'],
  }),
);

export function EndRole({ role, onClose }: { role: HeldRole; onClose: () => void }) {
  const t = useT();
  const refresh = useRefreshAccounts();
  const state = useServerForm({
    schema,
    defaultValues: { when: 'now', last_day: day(isoDay()) },
    save: async ({ when, last_day }, header) => {
      await endRole(role.id, when === 'now' ? null : (readDay(last_day) ?? null), header);
      await refresh();
      toast(t('account.roleEnded'));
      onClose();
    },
  });
  return (
    <DialogForm
      state={state}
      title={t('account.endTitle', { role: t(`role.${role.role}`) })}
      submitLabel={t('account.endSubmit')}
      onClose={onClose}
    >
      <RadioCards
        name="when"
        label={t('account.endWhen')}
        options={[
          { value: 'now', label: t('account.endNow'), hint: t('account.endNowHint') },
          { value: 'later', label: t('account.endLater') },
        ]}
      />
      <LastDay />
    </DialogForm>
  );
}

function LastDay() {
  const t = useT();
  const when: unknown = useWatch({ name: 'when' });
  return when === 'later' && <DateField name="last_day" label={t('account.lastDay')} min={isoDay()} />;
}
