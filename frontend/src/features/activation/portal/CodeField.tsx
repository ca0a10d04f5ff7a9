import { useRef } from 'react';
import { useController } from 'react-hook-form';
import { GroupFrame } from '@/shared/forms/FieldFrame';
import { useFieldParts } from '@/shared/forms/fieldId';
import { half, tidy } from './code';
import { useT } from './texts';
import './code.css';

/** Two boxes as on the paper; what does not fit the first flows into the second, also when pasted. */
export function CodeField({ name }: { name: string }) {
  const t = useT();
  const {
    field: { ref, value: given, onChange, onBlur },
  } = useController({ name });
  const { id, error, aria } = useFieldParts(name, true);
  const second = useRef<HTMLInputElement>(null);
  const value = typeof given === 'string' ? given : '';
  const first = value.slice(0, half);
  const rest = value.slice(half);
  const box = {
    className: 'ds-input code-box',
    type: 'text',
    dir: 'ltr',
    autoCapitalize: 'characters',
    autoComplete: 'one-time-code',
    autoCorrect: 'off',
    spellCheck: false,
    'aria-invalid': aria['aria-invalid'],
    'aria-describedby': aria['aria-describedby'],
    onBlur,
  } as const;
  return (
    <GroupFrame id={`${id}-group`} label={t('activation.code')} error={undefined}>
      <p className="muted flush" id={`${id}-hint`}>
        {t('activation.hint')}
      </p>
      <div className="code" dir="ltr">
        <input
          {...box}
          id={id}
          ref={ref}
          aria-label={t('activation.firstHalf')}
          value={first}
          onChange={(e) => {
            const typed = tidy(e.target.value);
            onChange(typed.length > half ? typed : typed + (typed.length === half ? rest : ''));
            if (typed.length >= half) second.current?.focus();
          }}
        />
        <span aria-hidden>–</span>
        <input
          {...box}
          ref={second}
          aria-label={t('activation.secondHalf')}
          value={rest}
          onChange={(e) => onChange(tidy(first + e.target.value))}
          onKeyDown={(e) => {
            if (e.key === 'Backspace' && rest === '') document.getElementById(id)?.focus();
          }}
        />
      </div>
      {error && (
        <p className="ds-validation-message" data-color="danger" id={`${id}-error`}>
          {error}
        </p>
      )}
    </GroupFrame>
  );
}
