import { useFormContext, useWatch } from 'react-hook-form';
import { isoDay } from '@/shared/format/dates';
import { DateField } from '@/shared/forms/DateField';
import { CheckboxField, TextField } from '@/shared/forms/fields';
import { useT } from '../texts';

/** Now, unless somebody says otherwise. */
export function WhenFields() {
  const t = useT();
  const { control } = useFormContext();
  const earlier: unknown = useWatch({ control, name: 'earlier' });
  return (
    <>
      <CheckboxField name="earlier" label={t('report.earlier')} />
      {earlier === true && (
        <div className="two">
          <DateField name="day" label={t('report.day')} max={isoDay()} />
          <TextField
            name="clock"
            label={t('report.clock')}
            hint={t('report.clockHint')}
            inputMode="numeric"
            dir="ltr"
            maxLength={5}
          />
        </div>
      )}
    </>
  );
}
