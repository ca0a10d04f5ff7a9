import { clear, get } from 'idb-keyval';
import { beforeEach, expect, test, vi } from 'vitest';
import { ApiError, NetworkError } from '@/shared/api/problem';
import { createAppQueryClient } from '@/shared/api/queryClient';
import { forgetAnswers, keepAnswers } from './keepAnswers';
import { enqueue, flush, pending } from './outbox';

beforeEach(() => clear());
const item = (key: string) => ({ key, kind: 'incident', content: { title: key }, pictures: [] });
const refused = new ApiError(422, { type: 'x', title: 'x', status: 422 });

test('what waits is sent once and in order when the network is back', async () => {
  await enqueue(item('a'));
  await enqueue(item('b'));
  const sent: string[] = [];
  const send = async ({ key }: { key: string }) => void sent.push(key);
  const [first, second] = await Promise.all([flush({ incident: send }), flush({ incident: send })]);
  expect([first, second]).toEqual([2, 2]);
  expect(sent).toEqual(['a', 'b']);
  expect(await pending()).toEqual([]);
});

test('without network everything stays; a refused one stays for its owner and lets the rest pass', async () => {
  await enqueue(item('a'));
  await enqueue(item('b'));
  await flush({ incident: vi.fn().mockRejectedValue(new NetworkError('no')) });
  expect(await pending()).toHaveLength(2);
  const send = vi.fn(async ({ key }: { key: string }) => {
    if (key === 'a') throw refused;
  });
  await flush({ incident: send });
  expect((await pending()).map((i) => i.key)).toEqual(['a']);
});

test('chosen answers are there after a restart, without the session’s token, and can be forgotten', async () => {
  const first = createAppQueryClient();
  await keepAnswers(first, ['/v1/session']);
  await first.fetchQuery({
    queryKey: ['get', '/v1/session'],
    queryFn: () => ({ name: 'Olena', csrf_token: 'secret' }),
  });
  await first.fetchQuery({ queryKey: ['get', '/v1/today'], queryFn: () => 'not kept' });
  await vi.waitFor(async () => expect(await get('bomiljo.answers')).toBeDefined());
  expect(JSON.stringify(await get('bomiljo.answers'))).not.toMatch(/secret|not kept/);

  const next = createAppQueryClient();
  await keepAnswers(next, ['/v1/session']);
  expect(next.getQueryData(['get', '/v1/session'])).toEqual({ name: 'Olena', csrf_token: null });

  await forgetAnswers();
  const last = createAppQueryClient();
  await keepAnswers(last, ['/v1/session']);
  expect(last.getQueryData(['get', '/v1/session'])).toBeUndefined();
});
