import * as z from 'zod/mini';
import { TextField } from '@/shared/forms/fields';
import { useT } from './texts';

export const newPassword = {
  password: z.string().check(z.trim(), z.minLength(12, 'welcome.tooShort'), z.maxLength(200)),
  again: z.string().check(z.trim()),
};
export const sameTwice = z.refine<{ password: string; again: string }>((v) => v.again === v.password, {
  error: 'welcome.differs',
  path: ['again'],
});

/** Twice, for nobody else knows it and a slip would lock its owner out. */
export function NewPasswordFields() {
  const t = useT();
  const common = { type: 'password', autoComplete: 'new-password', dir: 'ltr' } as const;
  return (
    <>
      <TextField name="password" label={t('welcome.password')} hint={t('welcome.hint')} {...common} />
      <TextField name="again" label={t('welcome.again')} {...common} />
    </>
  );
}
