import { useWatch } from 'react-hook-form';
import { CheckboxField, TextField } from '@/shared/forms/fields';
import { useT } from './texts';

export function HoursFields() {
  const t = useT();
  const away: unknown = useWatch({ name: 'away' });
  return (
    <>
      {away !== true && (
        <div className="crew-clock">
          <TextField name="starts" label={t('crew.starts')} inputMode="numeric" dir="ltr" />
          <TextField name="ends" label={t('crew.ends')} inputMode="numeric" dir="ltr" />
          <TextField name="break_minutes" label={t('crew.break')} inputMode="numeric" dir="ltr" />
        </div>
      )}
      <CheckboxField name="away" label={t('crew.wasAway')} />
    </>
  );
}
