import type { ReactNode } from 'react';
import { useT } from '@/shared/i18n';
import { useLabel } from './fieldId';

interface Props {
  id: string;
  label: string;
  hint?: ReactNode;
  error?: string;
  optional?: boolean;
  children: ReactNode;
  after?: ReactNode;
}
/** Label above, hint under it, error under the control. */
export function FieldFrame({ id, label, hint, error, optional, children, after }: Props) {
  const t = useT();
  useLabel(id, label);
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor={id}>
        {label}
        {optional && <span className="muted"> {t('form.optional')}</span>}
      </label>
      {hint && (
        <div data-field="description" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {children}
      {after}
      <FieldError id={id} error={error} />
    </div>
  );
}

export function FieldError({ id, error }: { id: string; error?: string }) {
  return error ? (
    <p className="ds-validation-message" data-color="danger" id={`${id}-error`}>
      {error}
    </p>
  ) : null;
}

/** The same for a group of choices. */
export function GroupFrame({ id, label, hint, error, optional, children }: Props) {
  const t = useT();
  useLabel(id, label);
  return (
    <fieldset
      className="ds-fieldset"
      id={id}
      tabIndex={-1}
      aria-describedby={[hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined}
    >
      <legend className="ds-label">
        {label}
        {optional && <span className="muted"> {t('form.optional')}</span>}
      </legend>
      {hint && (
        <div data-field="description" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {children}
      <FieldError id={id} error={error} />
    </fieldset>
  );
}
