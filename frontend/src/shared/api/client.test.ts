import { expect, test } from 'vitest';
import { HttpResponse, http, refuse, server, unreachable } from '@/shared/testing/server';
import { body, client, idempotencyKeys, setCsrfToken } from './client';
import { ApiError, NetworkError } from './problem';

const readNotification = () =>
  body(
    client.POST('/v1/notifications/{notification_id}/read', { params: { path: { notification_id: 'n1' } } }),
  );

test('a write carries the token of the session, and asks for it when it has none', async () => {
  setCsrfToken(undefined);
  const seen: (string | null)[] = [];
  server.use(
    http.get('*/v1/session', () => HttpResponse.json({ csrf_token: 'from-session' })),
    http.post('*/v1/notifications/n1/read', ({ request }) => {
      seen.push(request.headers.get('x-csrf-token'));
      return new HttpResponse(null, { status: 204 });
    }),
  );
  await readNotification();
  setCsrfToken('known');
  await readNotification();
  expect(seen).toEqual(['from-session', 'known']);
});

test('signing in needs no token', async () => {
  setCsrfToken(undefined);
  server.use(http.post('*/v1/auth/sign-in', () => HttpResponse.json({ csrf_token: 'x' })));
  await expect(
    body(client.POST('/v1/auth/sign-in', { body: { user_name: 'a', password: 'b' } })),
  ).resolves.toEqual({
    csrf_token: 'x',
  });
});

test('a refusal is an ApiError with its problem; silence is a NetworkError', async () => {
  setCsrfToken('t');
  refuse('post', '/v1/notifications/n1/read', 409, { type: 'changed-meanwhile', current_version: 4 });
  const refused: unknown = await readNotification().catch((e: unknown) => e);
  expect(refused).toBeInstanceOf(ApiError);
  expect((refused as ApiError).slug).toBe('changed-meanwhile');
  expect((refused as ApiError).problem.current_version).toBe(4);
  unreachable('post', '/v1/notifications/n1/read');
  await expect(readNotification()).rejects.toBeInstanceOf(NetworkError);
});

test('the same content keeps its idempotency key, another gets its own', () => {
  const keyFor = idempotencyKeys();
  const first = keyFor({ title: 'Vann' });
  expect(keyFor({ title: 'Vann' })).toEqual(first);
  expect(keyFor({ title: 'Vann lekker' })).not.toEqual(first);
});
