import { useQuery } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { Form } from '@/shared/forms/Form';
import { TextField } from '@/shared/forms/fields';
import { useServerForm } from '@/shared/forms/useServerForm';
import { toast } from '@/shared/ui/toasts';
import { mailChoice, useChooseMail } from './queries';
import { useT } from './texts';

const schema = z.object({
  email: z.string().check(
    z.trim(),
    z.refine((v) => v === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(v), 'mail.wrong'),
    z.maxLength(254),
  ),
});

/** Shown where the house has a way out. */
export function OwnMail() {
  const { data } = useQuery(mailChoice);
  return data?.offered ? <Choice email={data.email} /> : null;
}

function Choice({ email }: { email: string | null }) {
  const t = useT();
  const choose = useChooseMail();
  const state = useServerForm({
    schema,
    defaultValues: { email: email ?? '' },
    save: async (given) => {
      const { email: address } = await choose.mutateAsync(given.email || null);
      toast(address ? t('mail.savedTo', { address }) : t('mail.savedNone'));
    },
  });
  return (
    <section className="own-mail">
      <h2 className="ds-heading">{t('mail.title')}</h2>
      <p className="muted flush">{t('mail.lead')}</p>
      <Form state={state} submitLabel={t('mail.save')}>
        <TextField
          name="email"
          label={t('mail.address')}
          hint={t('mail.hint')}
          type="email"
          inputMode="email"
          autoComplete="email"
          dir="ltr"
          optional
        />
      </Form>
    </section>
  );
}
