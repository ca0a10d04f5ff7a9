import { Button } from '@digdir/designsystemet-react';
import { CalendarIcon } from '@navikt/aksel-icons';
import { useRef } from 'react';
import { useController } from 'react-hook-form';
import { day, readDay } from '@/shared/format/dates';
import { useT } from '@/shared/i18n';
import { FieldFrame } from './FieldFrame';
import { useFieldParts } from './fieldId';
import type { FieldProps } from './fields';

/** Typed as dd.mm.åååå in every language; the native picker hangs on the button because its own field follows the browser's language. */
export function DateField({
  name,
  label,
  hint,
  optional,
  min,
  max,
}: FieldProps & { min?: string; max?: string }) {
  const t = useT();
  const {
    field: { ref, value, onChange, onBlur },
  } = useController({ name });
  const { id, error, aria } = useFieldParts(name, true);
  const picker = useRef<HTMLInputElement>(null);
  const typed = typeof value === 'string' ? value : '';
  return (
    <FieldFrame id={id} label={label} hint={hint ?? t('form.dayHint')} error={error} optional={optional}>
      <div className="date-field">
        <input
          className="ds-input"
          type="text"
          inputMode="numeric"
          autoComplete="off"
          dir="ltr"
          size={12}
          {...aria}
          ref={ref}
          name={name}
          value={typed}
          onChange={onChange}
          onBlur={() => {
            const iso = readDay(typed);
            if (iso && day(iso) !== typed) onChange(day(iso));
            onBlur();
          }}
        />
        <Button
          type="button"
          icon
          variant="tertiary"
          aria-label={t('form.dayPick', { label })}
          onClick={() => picker.current?.showPicker()}
        >
          <CalendarIcon aria-hidden />
        </Button>
        <input
          ref={picker}
          className="date-picker"
          type="date"
          tabIndex={-1}
          aria-hidden
          min={min}
          max={max}
          value={readDay(typed) ?? ''}
          onChange={(e) => onChange(day(e.target.value))}
        />
      </div>
    </FieldFrame>
  );
}
