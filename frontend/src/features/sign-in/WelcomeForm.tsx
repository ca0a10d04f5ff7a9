import * as z from 'zod/mini';
import { body, client } from '@/shared/api/client';
import { Form } from '@/shared/forms/Form';
import { TextField } from '@/shared/forms/fields';
import { useServerForm } from '@/shared/forms/useServerForm';
import { useT } from './texts';

const schema = z
  .object({
    password: z.string().check(z.trim(), z.minLength(12, 'welcome.tooShort'), z.maxLength(200)),
    again: z.string().check(z.trim()),
  })
  .check(z.refine((v) => v.again === v.password, { error: 'welcome.differs', path: ['again'] }));

/** Twice, for nobody else knows it and a slip would lock its owner out. */
export function WelcomeForm({ code, onSignedIn }: { code: string; onSignedIn: () => Promise<void> }) {
  const t = useT();
  const state = useServerForm({
    schema,
    defaultValues: { password: '', again: '' },
    // the link has no field of its own
    fieldOf: (field) => (field === 'code' ? 'password' : field),
    save: async ({ password }) => {
      await body(client.POST('/v1/auth/welcome', { body: { code, password } }));
      await onSignedIn();
    },
  });
  const common = { type: 'password', autoComplete: 'new-password', dir: 'ltr' } as const;
  return (
    <Form state={state} submitLabel={t('welcome.submit')}>
      <TextField name="password" label={t('welcome.password')} hint={t('welcome.hint')} {...common} />
      <TextField name="again" label={t('welcome.again')} {...common} />
    </Form>
  );
}
