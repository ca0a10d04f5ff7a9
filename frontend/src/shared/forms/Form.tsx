import { Button } from '@digdir/designsystemet-react';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { type FieldErrors, type FieldValues, FormProvider } from 'react-hook-form';
import { useT } from '@/shared/i18n';
import { describeError, unsay } from '@/shared/i18n/describeError';
import { FormContext, fieldId } from './fieldId';
import type { ServerForm } from './useServerForm';

/** Every message with the path of its field, in the order of the form's values. */
function flatten(errors: FieldErrors, path = ''): { path: string; message: string }[] {
  return Object.entries(errors).flatMap(([key, e]) => {
    if (!e || typeof e !== 'object') return [];
    const here = path ? `${path}.${key}` : key;
    if (typeof e.message === 'string') return [{ path: here, message: e.message }];
    return flatten(e as FieldErrors, here);
  });
}

/** «Kategori: Velg ett av alternativene»; a feature's own message names its field already. */
function withLabel(label: string | undefined, message: string) {
  const text = unsay(message);
  if (!label || !/^(form|code)\./.test(message)) return text;
  return label.endsWith('?') ? `${label} ${text}` : `${label}: ${text}`;
}

interface Props<In extends FieldValues, Out> {
  state: ServerForm<In, Out>;
  children: ReactNode;
  submitLabel: string;
  onCancel?: () => void;
  /** Large buttons over the full width, for the resident's phone. */
  large?: boolean;
}
export function Form<In extends FieldValues, Out>({
  state,
  children,
  submitLabel,
  onCancel,
  large,
}: Props<In, Out>) {
  const t = useT();
  const id = useId();
  const [context] = useState(() => ({ id, labels: new Map<string, string>() }));
  const { form, submit, failure } = state;
  const { errors, isSubmitting, submitCount } = form.formState;
  const summary = useRef<HTMLDivElement>(null);
  const list = submitCount > 0 ? flatten(errors) : [];
  const shown = list.length > 0 || failure !== undefined;
  useEffect(() => {
    if (submitCount > 0) summary.current?.focus();
  }, [submitCount]);
  const described = failure === undefined ? undefined : describeError(failure);
  return (
    <FormProvider {...form}>
      <FormContext value={context}>
        <form noValidate className="stack" onSubmit={submit}>
          {shown && (
            <div
              className="ds-error-summary"
              ref={summary}
              tabIndex={-1}
              role="group"
              aria-labelledby={`${id}-summary`}
            >
              <h2 className="ds-heading summary-heading" id={`${id}-summary`}>
                {described ? described.title : t('form.summary')}
              </h2>
              {described?.detail && <p className="flush">{described.detail}</p>}
              {list.length > 0 && (
                <ul className="ds-list">
                  {list.map((e) => (
                    <li key={e.path}>
                      <a
                        className="ds-link"
                        href={`#${fieldId(id, e.path)}`}
                        onClick={(event) => {
                          event.preventDefault();
                          document.getElementById(fieldId(id, e.path))?.focus();
                        }}
                      >
                        {withLabel(context.labels.get(fieldId(id, e.path)), e.message)}
                      </a>
                    </li>
                  ))}
                </ul>
              )}
            </div>
          )}
          {children}
          <div className={large ? 'actions actions-large' : 'actions'}>
            <Button type="submit" data-size={large ? 'lg' : undefined} loading={isSubmitting}>
              {submitLabel}
            </Button>
            {onCancel && (
              <Button
                type="button"
                variant="secondary"
                data-size={large ? 'lg' : undefined}
                onClick={onCancel}
              >
                {t('action.cancel')}
              </Button>
            )}
          </div>
        </form>
      </FormContext>
    </FormProvider>
  );
}
