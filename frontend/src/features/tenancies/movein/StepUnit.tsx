import { useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import { isoDay, readDay } from '@/shared/format/dates';
import { DateField } from '@/shared/forms/DateField';
import { requiredDay, requiredText } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { useT } from '../texts';
import { UnitField } from '../units/UnitField';
import type { StepProps } from './parts';
import { StepForm } from './StepForm';

const schema = z.object({ unit_id: requiredText(64, 'units.missing'), from_day: requiredDay() });

export function StepUnit({ draft, change, next, back, refused, size }: StepProps & { size: number }) {
  const t = useT();
  const state = useServerForm({
    schema,
    defaultValues: { unit_id: draft.unit_id, from_day: draft.from_day },
    save: async () => next(),
  });
  const day = readDay(useWatch({ control: state.form.control, name: 'from_day' }) ?? '');
  return (
    <StepForm state={state} onValues={change} refused={refused} onBack={back}>
      <DateField name="from_day" label={t('moveIn.fromDay')} />
      {day && day > isoDay() && (
        <p className="muted flush" role="status">
          {t('moveIn.isPlan')}
        </p>
      )}
      <UnitField name="unit_id" size={size} />
    </StepForm>
  );
}
