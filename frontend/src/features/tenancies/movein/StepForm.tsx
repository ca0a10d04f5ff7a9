import { Button } from '@digdir/designsystemet-react';
import { type ReactNode, useEffect, useRef } from 'react';
import type { FieldValues } from 'react-hook-form';
import { Form } from '@/shared/forms/Form';
import { putProblem, type ServerForm } from '@/shared/forms/useServerForm';
import { useT } from '../texts';

interface Props<In extends FieldValues, Out> {
  state: ServerForm<In, Out>;
  children: ReactNode;
  /** Each key press reaches the draft: going back, or a reload, loses nothing. */
  onValues?: (values: In) => void;
  /** Why the server sent the person back to this step. */
  refused?: unknown;
  fieldOf?: (serverField: string) => string;
  submitLabel?: string;
  onBack?: () => void;
}
export function StepForm<In extends FieldValues, Out>({
  state,
  children,
  onValues,
  refused,
  fieldOf,
  submitLabel,
  onBack,
}: Props<In, Out>) {
  const t = useT();
  const { form } = state;
  const told = useRef(onValues);
  told.current = onValues;
  useEffect(
    () =>
      form.subscribe({ formState: { values: true }, callback: ({ values }) => told.current?.(values as In) }),
    [form],
  );
  useEffect(() => {
    if (refused) putProblem(form, refused, fieldOf);
    // once, when the step is shown again; the person's own typing takes the message away
    // oxlint-disable-next-line react/exhaustive-deps
  }, [refused]);
  return (
    <div className="step-form">
      <Form state={state} submitLabel={submitLabel ?? t('moveIn.next')} large>
        {children}
      </Form>
      {onBack && (
        <Button type="button" variant="tertiary" onClick={onBack}>
          {t('action.back')}
        </Button>
      )}
    </div>
  );
}
