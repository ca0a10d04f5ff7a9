import { screen, waitFor } from '@testing-library/react';
import { clear } from 'idb-keyval';
import { beforeEach, expect, test } from 'vitest';
import { enqueue, pending } from '@/shared/offline/outbox';
import { sessionQuery } from '@/shared/session/session';
import { renderPage } from '@/shared/testing/render';
import { answer, HttpResponse, http, refuse, server, session, unreachable } from '@/shared/testing/server';
import { PhoneMode } from './PhoneMode';

beforeEach(() => clear());

const line = (id: string, item: string, checked: object | null = null) => ({
  id,
  room: 'Bad',
  item,
  package_quantity: 1,
  quantity: 1,
  reason: null,
  needs_assembly: false,
  supplier: null,
  in_place: false,
  short: 0,
  short_note: null,
  ordered: null,
  delivered: null,
  assembled: null,
  placed: null,
  checked,
});
const list = (...lines: object[]) => ({
  id: 'c1',
  site: { id: 's1', name: 'Bredtvetveien 2' },
  unit: { id: 'u1', label: '207', floor: 2, state: 'being_furnished' },
  kind: 'first',
  package_name: 'Grunnpakke',
  edition: 1,
  created_at: '2026-11-24T08:00:00Z',
  ready_at: null,
  key: null,
  lines,
  people: [{ id: 'a1', name: 'Kari Nordmann' }],
  version: 1,
});

async function open() {
  answer('get', '/v1/session', session({ permissions: ['furnishing:read', 'furnishing:tick'] }));
  answer('get', '/v1/units/u1/checklist', list(line('l1', 'Toalettbørste'), line('l2', 'Håndkle-sett')));
  const page = renderPage(
    <PhoneMode unitId="u1" back={null} search={{ steg: 'checked' }} onSearch={() => undefined} />,
  );
  void page.queryClient.prefetchQuery(sessionQuery);
  return { ...page, brush: await screen.findByRole('button', { name: /^Toalettbørste(?!:)/ }) };
}
const ticks = '/v1/checklists/c1/ticks';

test('a tick is kept before it is sent, and sent once with its own key and hour', async () => {
  unreachable('post', ticks);
  const { user, brush } = await open();
  await user.click(brush);
  await waitFor(() => expect(brush).toHaveAttribute('aria-pressed', 'true'));
  const [kept] = await pending();
  expect(kept?.content).toMatchObject({ checklist_id: 'c1', line_id: 'l1', step: 'checked' });

  const sent: { key: string | null; body: unknown }[] = [];
  server.use(
    http.post(`*${ticks}`, async ({ request }) => {
      sent.push({ key: request.headers.get('Idempotency-Key'), body: await request.json() });
      const mark = { at: '2026-11-24T09:00:00Z', by: 'a1' };
      return HttpResponse.json(list(line('l1', 'Toalettbørste', mark), line('l2', 'Håndkle-sett')));
    }),
  );
  dispatchEvent(new Event('online'));
  await screen.findByText('Alt er lagret');
  expect(sent).toEqual([
    { key: kept?.key, body: { ticks: [{ line_id: 'l1', step: 'checked', at: kept?.content.at }] } },
  ]);
  expect(await pending()).toEqual([]);
});

test('what another has ticked on the same phone is not sent in my name', async () => {
  const content = { checklist_id: 'c1', line_id: 'l2', step: 'checked', at: '2026-11-24T08:00:00Z' };
  await enqueue({ key: 'k1', kind: 'tick:somebody-else', content, pictures: [] });
  await open();
  await screen.findByText('Alt er lagret');
  expect(await pending()).toHaveLength(1);
});

test('a tick that the server refuses is shown until its owner has seen it', async () => {
  refuse('post', ticks, 404, { type: 'not-found' });
  const { user, brush } = await open();
  await user.click(brush);
  await screen.findByText('1 kryss ble ikke tatt imot');
  await user.click(screen.getByRole('button', { name: 'Greit, fjern dem' }));
  await waitFor(async () => expect(await pending()).toEqual([]));
});
