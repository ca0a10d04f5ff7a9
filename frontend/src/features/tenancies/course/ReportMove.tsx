import * as z from 'zod/mini';
import { day, isoDay } from '@/shared/format/dates';
import { ChangedMeanwhile } from '@/shared/forms/ChangedMeanwhile';
import { DateField } from '@/shared/forms/DateField';
import { DialogForm } from '@/shared/forms/DialogForm';
import { requiredDay } from '@/shared/forms/rules';
import type { TenancyCare } from '../queries';
import { useT } from '../texts';
import { reportMove } from './queries';
import { useLeaseForm } from './useLeaseForm';

const schema = z.object({ on_day: requiredDay({ notAfterToday: true }) });

export function ReportMove({ tenancy, onClose }: { tenancy: TenancyCare; onClose: () => void }) {
  const t = useT();
  const state = useLeaseForm({
    tenancy,
    values: { on_day: day(isoDay()) },
    schema,
    done: t('report.done'),
    onClose,
    send: ({ on_day }, version, key) => reportMove(tenancy.id, { version, on_day }, key),
  });
  return (
    <DialogForm state={state} title={t('report.open')} submitLabel={t('action.save')} onClose={onClose}>
      <ChangedMeanwhile state={state} labels={{}} />
      <DateField name="on_day" label={t('report.onDay')} min={tenancy.from_day} max={isoDay()} />
    </DialogForm>
  );
}
