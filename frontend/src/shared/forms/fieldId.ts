import { createContext, use, useEffect } from 'react';
import { useFormContext, useFormState } from 'react-hook-form';
import { unsay } from '@/shared/i18n/describeError';

/** The form's id and what its fields are called, for the summary. */
export const FormContext = createContext<{ id: string; labels: Map<string, string> }>({
  id: 'form',
  labels: new Map(),
});

export function useLabel(id: string, label: string): void {
  const { labels } = use(FormContext);
  useEffect(() => {
    labels.set(id, label);
    return () => void labels.delete(id);
  }, [labels, id, label]);
}

export const fieldId = (form: string, name: string) => `${form}-${name}`.replace(/[^\w-]/g, '_');

/** Ids, error text and aria of one field. */
export function useFieldParts(name: string, hasHint: boolean) {
  const id = fieldId(use(FormContext).id, name);
  const { control, getFieldState } = useFormContext();
  const error = unsay(getFieldState(name, useFormState({ control, name })).error?.message);
  const describedBy =
    [hasHint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return {
    id,
    error,
    aria: { id, 'aria-invalid': error ? true : undefined, 'aria-describedby': describedBy },
  };
}
