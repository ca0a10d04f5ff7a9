import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { setCsrfToken } from '@/shared/api/client';
import { renderPage } from '@/shared/testing/render';
import { answer, HttpResponse, http, server } from '@/shared/testing/server';
import { MyNotices } from './MyNotices';
import { UnreadCount } from './UnreadCount';
import { WaysOut } from './WaysOut';

const notice = {
  id: 'n1',
  kind: 'activity_moved',
  created_at: '2026-11-20T10:00:00Z',
  read_at: null as string | null,
  about: { title: 'Tur til Sognsvann', from: '2026-11-26T15:00:00Z', to: '2026-11-27T15:00:00Z' },
  link: null,
};

test('what was new when the page was opened stays marked, and is seen from then on', async () => {
  setCsrfToken('token');
  let seen = 0;
  server.use(
    http.get('*/v1/portal/notices', () =>
      HttpResponse.json({
        items: [{ ...notice, read_at: seen ? '2026-11-20T11:00:00Z' : null }],
        next: null,
        unread: seen ? 0 : 1,
      }),
    ),
    http.post('*/v1/portal/notices/read-all', () => {
      seen++;
      return new HttpResponse(null, { status: 204 });
    }),
  );
  const { queryClient } = renderPage(<MyNotices linkTo={() => null} />);
  expect(await screen.findByText('Tur til Sognsvann')).toBeInTheDocument();
  expect(screen.getByText(/26\. november 2026/).closest('s')).not.toBeNull();
  expect(screen.getByText(/27\. november 2026/).closest('s')).toBeNull();
  await waitFor(() => expect(seen).toBe(1));
  await queryClient.invalidateQueries();
  expect(screen.getByText('Ny')).toBeInTheDocument();
});

test('the way there says how many are new, and nothing when none is', async () => {
  answer('get', '/v1/portal/notices', { items: [], next: null, unread: 2 });
  const { queryClient } = renderPage(<UnreadCount />);
  expect(await screen.findByText('2 nye')).toBeInTheDocument();
  answer('get', '/v1/portal/notices', { items: [], next: null, unread: 0 });
  await queryClient.invalidateQueries();
  await waitFor(() => expect(screen.queryByText(/ny/)).toBeNull());
});

test('a way out is offered where there is one, and chosen by a tap', async () => {
  setCsrfToken('token');
  const way = { channel: 'sms', address: '41234567', chosen: false };
  answer('get', '/v1/portal/channels', { channels: [way] });
  const sent: unknown[] = [];
  server.use(
    http.put('*/v1/portal/channels', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ channels: [{ ...way, chosen: true }] });
    }),
  );
  const { user } = renderPage(<WaysOut />);
  await user.click(await screen.findByRole('checkbox', { name: /SMS/ }));
  await waitFor(() => expect(screen.getByRole('checkbox', { name: /SMS/ })).toBeChecked());
  expect(sent).toEqual([{ channels: ['sms'] }]);
});
