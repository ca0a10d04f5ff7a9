import { HttpResponse, http, type JsonBodyType } from 'msw';
import { setupServer } from 'msw/node';
import type { Session } from '@/shared/session/session';

export { HttpResponse, http };
/** The outside world of a unit test, signed out; unknown requests fail it. */
export const server = setupServer(
  http.get('*/v1/session', () =>
    HttpResponse.json({ type: '/problems/not-signed-in', status: 401 }, { status: 401 }),
  ),
);

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
export const answer = (method: Method, path: string, json: JsonBodyType, status = 200): void =>
  server.use(http[method](`*${path}`, () => HttpResponse.json(json, { status })));

interface Refusal {
  type?: string;
  errors?: { field: string; code: string; message: string; context?: Record<string, string | number> }[];
  [extra: string]: unknown;
}
export const refuse = (
  method: Method,
  path: string,
  status: number,
  { type = 'invalid-request', ...rest }: Refusal = {},
): void =>
  answer(
    method,
    path,
    { type: `/problems/${type}`, title: 'no', status, detail: 'no', errors: [], ...rest } as JsonBodyType,
    status,
  );
export const unreachable = (method: Method, path: string): void =>
  server.use(http[method](`*${path}`, () => HttpResponse.error()));

export const session = (part: Partial<Session> = {}): Session => ({
  kind: 'staff',
  name: 'Kari Nordmann',
  role: 'env_worker',
  audience: 'district',
  actor_id: 'a1',
  session_id: 's1',
  district: { id: 'd1', name: 'Bydel Bjerke' },
  organisation: { id: 'o1', name: 'Bydel Bjerke', kind: 'district' },
  membership_id: 'm1',
  memberships: [],
  permissions: [
    'today:read',
    'search:use',
    'notifications:own',
    'units:read',
    'residents:read',
    'incidents:read',
  ],
  sites: [{ id: 'site1', name: 'Bredtvetveien 2' }],
  csrf_token: 'token',
  demo: true,
  ...part,
});
export const signedIn = (part?: Partial<Session>): void => answer('get', '/v1/session', session(part));
