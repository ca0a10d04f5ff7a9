import type { ReactNode } from 'react';
import type { FieldValues } from 'react-hook-form';
import { FormDialog } from '@/shared/ui/dialogs';
import { Form } from './Form';
import type { ServerForm } from './useServerForm';

interface Props<In extends FieldValues, Out> {
  state: ServerForm<In, Out>;
  title: string;
  submitLabel: string;
  onClose: () => void;
  children: ReactNode;
}
/** A form in a dialog of its own: mount it only while open. Closing asks once something was typed. */
export function DialogForm<In extends FieldValues, Out>({
  state,
  title,
  submitLabel,
  onClose,
  children,
}: Props<In, Out>) {
  return (
    <FormDialog open title={title} onClose={onClose} guarded={state.form.formState.isDirty}>
      <Form state={state} submitLabel={submitLabel} onCancel={onClose}>
        {children}
      </Form>
    </FormDialog>
  );
}
