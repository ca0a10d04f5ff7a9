import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderPage } from '@/shared/testing/render';
import { HttpResponse, http, server } from '@/shared/testing/server';
import { MailChoice } from './MailChoice';

test('an address is checked, kept, and shown as where notifications go', async () => {
  const sent: unknown[] = [];
  server.use(
    http.get('*/v1/session', () => HttpResponse.json({ csrf_token: 't' })),
    http.get('*/v1/notifications/mail', () => HttpResponse.json({ offered: true, email: null })),
    http.put('*/v1/notifications/mail', async ({ request }) => {
      const body = (await request.json()) as { email: string | null };
      sent.push(body);
      return HttpResponse.json({ offered: true, ...body });
    }),
  );
  const { user } = renderPage(<MailChoice />);
  const field = await screen.findByLabelText(/^E-postadressen din/);
  await user.type(field, 'ikke en adresse');
  await user.click(screen.getByRole('button', { name: 'Lagre' }));
  expect(field).toHaveAttribute('aria-invalid', 'true');
  await user.clear(field);
  await user.type(field, 'kristin@example.no');
  await user.click(screen.getByRole('button', { name: 'Lagre' }));
  expect(await screen.findByText('Varslene går også til kristin@example.no.')).toBeInTheDocument();
  expect(sent).toEqual([{ email: 'kristin@example.no' }]);
});
