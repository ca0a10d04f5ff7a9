import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import * as z from 'zod/mini';
import { body, client, type Schemas } from '@/shared/api/client';
import { Form } from '@/shared/forms/Form';
import { TextField } from '@/shared/forms/fields';
import { useServerForm } from '@/shared/forms/useServerForm';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import { toast } from '@/shared/ui/toasts';
import { useT } from '../texts';

type Choice = Schemas['MailChoice'];
const mailChoice = queryOptions({
  queryKey: ['get', '/v1/notifications/mail'],
  queryFn: ({ signal }) => body(client.GET('/v1/notifications/mail', { signal })),
});
const address = z.string().check(
  z.trim(),
  z.refine((v) => v === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(v), 'code.email_address'),
);
const schema = z.object({ email: address });

/** Where my notifications also go; an empty field is nowhere. */
export function MailChoice() {
  const t = useT();
  const query = useQuery(mailChoice);
  if (query.isPending) return <LoadingState lines={3} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data.offered) return <p className="flush">{t('mail.notOffered')}</p>;
  return <Choose choice={query.data} />;
}

function Choose({ choice }: { choice: Choice }) {
  const t = useT();
  const queryClient = useQueryClient();
  const [saved, setSaved] = useState(choice.email);
  const state = useServerForm({
    schema,
    defaultValues: { email: choice.email ?? '' },
    save: async ({ email }) => {
      const kept = await body(client.PUT('/v1/notifications/mail', { body: { email: email || null } }));
      queryClient.setQueryData(mailChoice.queryKey, kept);
      setSaved(kept.email);
      toast(t(kept.email ? 'mail.on' : 'mail.off'));
    },
  });
  return (
    <div className="stack form-page">
      <p className="flush">{saved ? t('mail.now', { email: saved }) : t('mail.nowhere')}</p>
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
    </div>
  );
}
