import { screen, waitFor } from '@testing-library/react';
import { clear } from 'idb-keyval';
import { beforeEach, expect, test, vi } from 'vitest';
import { setCsrfToken } from '@/shared/api/client';
import { enqueue, flush, pending } from '@/shared/offline/outbox';
import { renderPage } from '@/shared/testing/render';
import { answer, HttpResponse, http, server, unreachable } from '@/shared/testing/server';
import { sendWaiting, WAITING } from './queries';
import { ReportForm, type Sent } from './ReportForm';
import { SentReport } from './SentReport';
import { WaitingReports } from './WaitingReports';

beforeEach(async () => {
  setCsrfToken('token');
  await clear();
});
const reported = {
  id: 'i1',
  number: 'H-1',
  category: 'leak',
  title: 'Vannlekkasje',
  status: 'received',
  created_at: '2026-11-23T07:00:00Z',
  on_call: [],
} as const;
const picture = (key: string) => ({ key, blob: new Blob([key], { type: 'image/jpeg' }) });
const waiting = (part = {}) => ({
  key: 'k1',
  kind: WAITING,
  content: { category: 'leak', place: 'my_unit', danger: false, description: null },
  pictures: [picture('p1'), picture('p2')],
  ...part,
});

test('the queue sends the words once under their own key; a picture refused stays and holds back nobody', async () => {
  const keys: (string | null)[] = [];
  server.use(
    http.post('*/v1/portal/incidents', ({ request }) => {
      keys.push(request.headers.get('idempotency-key'));
      return HttpResponse.json(reported, { status: 201 });
    }),
    http.post('*/v1/portal/incidents/i1/pictures', ({ request }) => {
      const key = request.headers.get('idempotency-key');
      keys.push(key);
      return key === 'p1'
        ? HttpResponse.json({ type: '/problems/unreadable-picture' }, { status: 415 })
        : HttpResponse.json({ id: key }, { status: 201 });
    }),
  );
  // the database of the tests cannot keep a Blob
  const item = { ...waiting(), queuedAt: 0 };
  await enqueue(item);
  await flush({ [WAITING]: () => sendWaiting(item) });
  expect(keys).toEqual(['k1', 'p1', 'p2']);
  const [left] = await pending();
  expect(left).toMatchObject({ createdId: 'i1', refused: true });
  expect(left?.pictures.map((p) => p.key)).toEqual(['p1']);
  const rest = item.pictures.filter((p) => p.key === 'p1');
  await flush({ [WAITING]: () => sendWaiting({ ...item, createdId: 'i1', pictures: rest }) });
  expect(keys).toEqual(['k1', 'p1', 'p2', 'p1']);
});

test('without network the report waits on the phone under the key it was tried with, and says so', async () => {
  const tried: (string | null)[] = [];
  server.use(
    http.post('*/v1/portal/incidents', ({ request }) => {
      tried.push(request.headers.get('idempotency-key'));
      return HttpResponse.error();
    }),
  );
  const onSent = vi.fn<(sent: Sent) => void>();
  const { user } = renderPage(<ReportForm onSent={onSent} />);
  await user.click(await screen.findByRole('button', { name: 'Send' }));
  expect(await screen.findByRole('group', { name: /Rett opp/ })).toHaveTextContent('Velg hva som er galt');
  await user.click(screen.getByRole('radio', { name: 'Vann lekker' }));
  await user.click(screen.getByRole('radio', { name: 'I min leilighet' }));
  await user.click(screen.getByRole('radio', { name: 'Ja' }));
  expect(screen.getByRole('link', { name: /113/ })).toHaveAttribute('href', 'tel:113');
  await user.click(screen.getByRole('button', { name: 'Send' }));
  await waitFor(() => expect(onSent).toHaveBeenCalledOnce());
  expect(onSent.mock.calls[0]?.[0]).toEqual({ danger: true, picturesRefused: 0, picturesWaiting: 0 });
  expect((await pending()).map((i) => i.key)).toEqual(tried);
});

test('what waits is shown first, and is thrown away only after a yes', async () => {
  await enqueue(waiting({ pictures: [] }));
  const { user } = renderPage(<WaitingReports />);
  expect(await screen.findByText('Vann lekker')).toBeInTheDocument();
  expect(screen.getByText('Venter på nett')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Slett' }));
  const [, yes] = screen.getAllByRole('button', { name: 'Slett', hidden: true });
  expect(await pending()).toHaveLength(1);
  if (yes) await user.click(yes);
  await waitFor(async () => expect(await pending()).toEqual([]));
});

test('somebody in danger and no network: those this phone knows to be on call come first', async () => {
  answer('get', '/v1/portal/people', {
    helpers: [],
    on_call: [{ responsible: 'district', name: 'Vakttelefon', phone: '41200030' }],
  });
  renderPage(<SentReport sent={{ danger: true, picturesRefused: 0, picturesWaiting: 0 }} next={null} />);
  const links = await screen.findAllByRole('link');
  await waitFor(() => expect(screen.getByRole('link', { name: /Vakttelefon/ })).toBeInTheDocument());
  expect(links.length).toBeGreaterThan(0);
  expect(screen.getAllByRole('link').map((a) => a.getAttribute('href'))).toEqual([
    'tel:+4741200030',
    'tel:113',
    'tel:112',
    'tel:110',
  ]);
  unreachable('get', '/v1/portal/people');
});
