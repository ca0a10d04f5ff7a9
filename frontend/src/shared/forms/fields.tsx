import type { HTMLInputAutoCompleteAttribute, ReactNode } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useT } from '@/shared/i18n';
import { FieldFrame, GroupFrame } from './FieldFrame';
import { useFieldParts } from './fieldId';

export interface FieldProps {
  name: string;
  label: string;
  hint?: ReactNode;
  optional?: boolean;
}
export interface Option {
  value: string;
  label: string;
  hint?: ReactNode;
  icon?: ReactNode;
}

interface TextProps extends FieldProps {
  type?: 'text' | 'password' | 'email' | 'tel' | 'search' | 'time' | 'number';
  autoComplete?: HTMLInputAutoCompleteAttribute;
  inputMode?: 'text' | 'numeric' | 'tel' | 'email';
  maxLength?: number;
  dir?: 'auto' | 'ltr';
}
export function TextField({ name, label, hint, optional, dir = 'auto', ...input }: TextProps) {
  const { register } = useFormContext();
  const { id, error, aria } = useFieldParts(name, !!hint);
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} optional={optional}>
      <input className="ds-input" type="text" dir={dir} {...input} {...aria} {...register(name)} />
    </FieldFrame>
  );
}

export function TextareaField({
  name,
  label,
  hint,
  optional,
  max,
  rows = 4,
}: FieldProps & { max?: number; rows?: number }) {
  const t = useT();
  const { register, control } = useFormContext();
  const { id, error, aria } = useFieldParts(name, !!hint);
  const value: unknown = useWatch({ control, name });
  const left = (max ?? 0) - (typeof value === 'string' ? value.trim().length : 0);
  // counts aloud only near the end, else every key press would be read out
  const counter = max !== undefined && (
    <p
      className={left < 0 ? 'counter counter-over' : 'counter muted'}
      aria-live={left < 20 ? 'polite' : 'off'}
    >
      {left < 0 ? t('form.over', { count: -left }) : t('form.left', { count: left })}
    </p>
  );
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} optional={optional} after={counter}>
      <textarea className="ds-input" dir="auto" rows={rows} {...aria} {...register(name)} />
    </FieldFrame>
  );
}

interface SelectProps extends FieldProps {
  options: readonly Option[];
  /** Text of the empty first line; false when a value is always chosen. */
  empty?: string | false;
}
export function SelectField({ name, label, hint, optional, options, empty }: SelectProps) {
  const t = useT();
  const { register } = useFormContext();
  const { id, error, aria } = useFieldParts(name, !!hint);
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} optional={optional}>
      <select className="ds-input" {...aria} {...register(name)}>
        {empty !== false && <option value="">{empty ?? t('form.chooseOne')}</option>}
        {options.map((o) => (
          <option key={o.value} value={o.value}>
            {o.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

interface CardsProps extends FieldProps {
  options: readonly Option[];
  columns?: 1 | 2 | 3;
}
function Cards({
  name,
  label,
  hint,
  optional,
  options,
  columns = 1,
  type,
}: CardsProps & { type: 'radio' | 'checkbox' }) {
  const { register } = useFormContext();
  const { id, error } = useFieldParts(name, !!hint);
  return (
    <GroupFrame id={id} label={label} hint={hint} error={error} optional={optional}>
      <div className="choice-cards" data-columns={columns}>
        {options.map((o) => (
          <label key={o.value} className="choice-card">
            <input
              className="ds-input"
              type={type}
              value={o.value}
              aria-invalid={error ? true : undefined}
              {...register(name)}
            />
            {o.icon}
            <span>
              {o.label}
              {o.hint && <span className="muted choice-hint">{o.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </GroupFrame>
  );
}
export const RadioCards = (props: CardsProps) => <Cards type="radio" {...props} />;
/** The form value is a list: start it as `[]`. */
export const CheckboxGroup = (props: CardsProps) => <Cards type="checkbox" {...props} />;

export function CheckboxField({ name, label, hint }: FieldProps) {
  const { register } = useFormContext();
  const { id, error, aria } = useFieldParts(name, !!hint);
  return (
    <div className="check-line">
      <input className="ds-input" type="checkbox" {...aria} {...register(name)} />
      <label htmlFor={id}>
        {label}
        {hint && (
          <span className="muted choice-hint" id={`${id}-hint`}>
            {hint}
          </span>
        )}
      </label>
      {error && (
        <p className="ds-validation-message" data-color="danger" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
