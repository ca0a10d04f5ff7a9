import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { refresh } from '@/shared/live/useLiveEvents';
import { renderPage } from '@/shared/testing/render';
import { answer, HttpResponse, http, server } from '@/shared/testing/server';
import { Bell } from './Bell';

const line = {
  id: 'n1',
  kind: 'acute_incident',
  created_at: '2026-11-20T10:00:00Z',
  read_at: null as string | null,
  number: 'H-1042',
  about: 'Vann lekker',
  link: { to: 'incident', id: 'i1' },
};
const page = (items: (typeof line)[], unread: number) => ({ items, next: null, unread });

test('the bell says how many are unread; opening one marks it and leads there', async () => {
  let read = false;
  server.use(
    http.get('*/v1/notifications', () =>
      HttpResponse.json(page([{ ...line, read_at: read ? '2026-11-20T11:00:00Z' : null }], read ? 0 : 1)),
    ),
    http.post('*/v1/notifications/n1/read', () => {
      read = true;
      return new HttpResponse(null, { status: 204 });
    }),
    http.get('*/v1/session', () => HttpResponse.json({ csrf_token: 't' })),
  );
  const { user, where } = renderPage(<Bell />);
  await user.click(await screen.findByRole('button', { name: 'Varsler, ett ulest' }));
  await user.click(await screen.findByRole('link', { name: 'Vann lekker' }));
  await waitFor(() => expect(where()).toBe('/hendelser/i1'));
  expect(await screen.findByRole('button', { name: 'Varsler' })).toBeInTheDocument();
});

test('a live event brings the new one', async () => {
  answer('get', '/v1/notifications', page([], 0));
  const { queryClient } = renderPage(<Bell />);
  await screen.findByRole('button', { name: 'Varsler' });
  await waitFor(() => expect(queryClient.isFetching()).toBe(0));
  answer('get', '/v1/notifications', page([line, { ...line, id: 'n2' }], 2));
  refresh(queryClient, 'notifications');
  expect(await screen.findByRole('button', { name: 'Varsler, 2 uleste' })).toBeInTheDocument();
});

test('an empty list says what it is for, and Escape closes it', async () => {
  answer('get', '/v1/notifications', page([], 0));
  const { user } = renderPage(<Bell />);
  const button = await screen.findByRole('button', { name: 'Varsler' });
  await user.click(button);
  expect(await screen.findByText(/Du får beskjed her/)).toBeInTheDocument();
  await user.keyboard('{Escape}');
  expect(button).toHaveAttribute('aria-expanded', 'false');
  expect(button).toHaveFocus();
});
