import { createContext, use } from 'react';
import { useFormContext, useFormState } from 'react-hook-form';
import { unsay } from '@/shared/i18n/describeError';

export const FormIdContext = createContext('form');
export const fieldId = (form: string, name: string) => `${form}-${name}`.replace(/[^\w-]/g, '_');

/** Ids, error text and aria of one field. */
export function useFieldParts(name: string, hasHint: boolean) {
  const id = fieldId(use(FormIdContext), name);
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
