import * as z from 'zod/mini';
import { Form } from '@/shared/forms/Form';
import { TextField } from '@/shared/forms/fields';
import { requiredText } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { signIn } from './queries';
import { useT } from './texts';

const schema = z.object({
  user_name: requiredText(200, 'signIn.userNameMissing'),
  // spaces may belong to a password: not trimmed
  password: z.string().check(z.minLength(1, 'signIn.passwordMissing'), z.maxLength(200)),
});

export function SignInForm({ onSignedIn }: { onSignedIn: () => Promise<void> }) {
  const t = useT();
  const state = useServerForm({
    schema,
    defaultValues: { user_name: '', password: '' },
    save: async (given) => {
      await signIn(given);
      await onSignedIn();
    },
  });
  return (
    <Form state={state} submitLabel={t('signIn.submit')}>
      <TextField name="user_name" label={t('signIn.userName')} autoComplete="username" dir="ltr" />
      <TextField
        name="password"
        type="password"
        label={t('signIn.password')}
        autoComplete="current-password"
        dir="ltr"
      />
    </Form>
  );
}
