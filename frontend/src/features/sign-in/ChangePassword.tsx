import * as z from 'zod/mini';
import { body, client } from '@/shared/api/client';
import { Form } from '@/shared/forms/Form';
import { TextField } from '@/shared/forms/fields';
import { useServerForm } from '@/shared/forms/useServerForm';
import { toast } from '@/shared/ui/toasts';
import { NewPasswordFields, newPassword, sameTwice } from './newPassword';
import { useT } from './texts';

const current = z.string().check(z.trim(), z.minLength(1, 'signIn.passwordMissing'), z.maxLength(200));
const schema = z.object({ current, ...newPassword }).check(sameTwice);
const empty = { current: '', password: '', again: '' };

export function ChangePassword() {
  const t = useT();
  const state = useServerForm({
    schema,
    defaultValues: empty,
    save: async (given) => {
      const { current, password } = given;
      await body(client.PUT('/v1/session/password', { body: { current, password } }));
      state.form.reset(empty);
      toast(t('password.changed'));
    },
  });
  return (
    <div className="form-page">
      <Form state={state} submitLabel={t('password.change')}>
        <TextField
          name="current"
          type="password"
          label={t('password.current')}
          autoComplete="current-password"
          dir="ltr"
        />
        <NewPasswordFields />
      </Form>
    </div>
  );
}
