import * as z from 'zod/mini';
import { TextField } from '@/shared/forms/fields';
import { useServerForm } from '@/shared/forms/useServerForm';
import { keysField } from '../dialogs/keys';
import { useT } from '../texts';
import type { StepProps } from './parts';
import { StepForm } from './StepForm';

const schema = z.object({ keys_handed_over: keysField() });

export function StepKeys({ draft, change, next, back, refused }: StepProps) {
  const t = useT();
  const state = useServerForm({
    schema,
    defaultValues: { keys_handed_over: draft.keys_handed_over },
    save: async () => next(),
  });
  return (
    <StepForm state={state} onValues={change} refused={refused} onBack={back}>
      <TextField name="keys_handed_over" label={t('keys.count')} hint={t('keys.hint')} inputMode="numeric" />
    </StepForm>
  );
}
