import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderPage } from '@/shared/testing/render';
import { answer, HttpResponse, http, server } from '@/shared/testing/server';
import { Outbox } from './Outbox';
import { OwnMail } from './OwnMail';

const mail = {
  id: 'm1',
  channel: 'email',
  state: 'dead',
  attempts: 5,
  created_at: '2026-11-20T10:00:00Z',
  next_try_at: null,
  done_at: '2026-11-21T10:00:00Z',
  problem: 'smtp_550',
};

test('what was given up says why, in words', async () => {
  answer('get', '/v1/outbox', { items: [mail, { ...mail, id: 'm2', problem: 'no_address' }], next: null });
  renderPage(<Outbox search={{ state: undefined }} onSearch={vi.fn()} />);
  expect(await screen.findAllByText('Tjenesten svarte 550')).not.toHaveLength(0);
  expect(screen.getAllByText('Adressen finnes ikke lenger')).not.toHaveLength(0);
  expect(screen.getAllByText('Gitt opp').length).toBeGreaterThan(1);
});

test('an address is refused at its field, then kept; what was typed stays', async () => {
  const sent: unknown[] = [];
  answer('get', '/v1/session', { csrf_token: 't' });
  answer('get', '/v1/notifications/mail', { offered: true, email: null });
  server.use(
    http.put('*/v1/notifications/mail', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ offered: true, email: 'kari@example.no' });
    }),
  );
  const { user } = renderPage(<OwnMail />);
  const field = await screen.findByRole('textbox', { name: /E-postadresse/ });
  await user.type(field, 'kari@');
  await user.click(screen.getByRole('button', { name: 'Lagre' }));
  expect(await screen.findAllByText(/Skriv en e-postadresse/)).not.toHaveLength(0);
  expect(field).toHaveValue('kari@');
  await user.type(field, 'example.no');
  await user.click(screen.getByRole('button', { name: 'Lagre' }));
  await vi.waitFor(() => expect(sent).toEqual([{ email: 'kari@example.no' }]));
});

test('a house that sends nothing offers nothing', async () => {
  answer('get', '/v1/notifications/mail', { offered: false, email: null });
  const { queryClient } = renderPage(<OwnMail />);
  await vi.waitFor(() => expect(queryClient.isFetching()).toBe(0));
  expect(screen.queryByRole('textbox')).toBeNull();
});
