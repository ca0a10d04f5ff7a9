import * as z from 'zod/mini';
import { body, client } from '@/shared/api/client';
import { Form } from '@/shared/forms/Form';
import { useServerForm } from '@/shared/forms/useServerForm';
import { CodeField } from './CodeField';
import { tidy } from './code';
import { useT } from './texts';

const schema = z.object({
  code: z.string().check(z.minLength(1, 'activation.missing'), z.length(8, 'activation.short')),
});

export function ActivationForm({ code, onActivated }: { code: string; onActivated: () => Promise<void> }) {
  const t = useT();
  const state = useServerForm({
    schema,
    defaultValues: { code: tidy(code) },
    save: async (given) => {
      await body(client.POST('/v1/portal/activate', { body: given }));
      await onActivated();
    },
  });
  return (
    <Form state={state} submitLabel={t('activation.submit')} large>
      <CodeField name="code" />
    </Form>
  );
}
