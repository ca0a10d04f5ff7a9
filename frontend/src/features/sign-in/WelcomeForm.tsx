import * as z from 'zod/mini';
import { body, client } from '@/shared/api/client';
import { Form } from '@/shared/forms/Form';
import { useServerForm } from '@/shared/forms/useServerForm';
import { NewPasswordFields, newPassword, sameTwice } from './newPassword';
import { useT } from './texts';

const schema = z.object(newPassword).check(sameTwice);

export function WelcomeForm({ code, onSignedIn }: { code: string; onSignedIn: () => Promise<void> }) {
  const t = useT();
  const state = useServerForm({
    schema,
    defaultValues: { password: '', again: '' },
    // neither the link nor the account has a field here
    fieldOf: () => 'password',
    save: async ({ password }) => {
      await body(client.POST('/v1/auth/welcome', { body: { code, password } }));
      await onSignedIn();
    },
  });
  return (
    <Form state={state} submitLabel={t('welcome.submit')}>
      <NewPasswordFields />
    </Form>
  );
}
