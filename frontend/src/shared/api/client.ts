import createFetchClient, { type Middleware } from 'openapi-fetch';
import createQueryClient from 'openapi-react-query';
import { ApiError, NetworkError, problemOf } from './problem';
import type { components, paths } from './schema.gen';

export type Schemas = components['schemas'];

let csrfToken: string | undefined;
/** The session query hands over the token; it lives in memory only. */
export const setCsrfToken = (token: string | undefined): void => void (csrfToken = token);
export const csrfHeader = (): Record<string, string> => (csrfToken ? { 'X-CSRF-Token': csrfToken } : {});

const unsafe = /^(POST|PUT|PATCH|DELETE)$/;
const beforeSession = /\/v1\/(auth\/sign-in|auth\/token|portal\/activate)$/;
/** A write may come first after a start without network, when the session was shown from what the phone had kept. */
export async function ensureCsrfToken(): Promise<void> {
  if (csrfToken) return;
  const answer = await globalThis.fetch('/v1/session').catch(() => undefined);
  if (!answer?.ok) return;
  const session: { csrf_token?: string | null } = await answer.json();
  setCsrfToken(session.csrf_token ?? undefined);
}

const rules: Middleware = {
  async onRequest({ request, schemaPath }) {
    if (!unsafe.test(request.method) || beforeSession.test(schemaPath)) return request;
    await ensureCsrfToken();
    for (const [name, value] of Object.entries(csrfHeader())) request.headers.set(name, value);
    return request;
  },
  async onResponse({ response }) {
    if (response.ok) return;
    throw new ApiError(
      response.status,
      await problemOf(response),
      response.headers.get('x-request-id') ?? undefined,
    );
  },
  onError({ error }) {
    return error instanceof DOMException && error.name === 'AbortError'
      ? error
      : new NetworkError('no answer', { cause: error });
  },
};

export const client = createFetchClient<paths>({
  baseUrl: globalThis.location?.origin ?? 'http://localhost',
  credentials: 'same-origin',
  // looked up per call: openapi-fetch would capture fetch at import, before a test can replace it
  fetch: (request) => globalThis.fetch(request),
});
client.use(rules);
export const $api = createQueryClient(client);

/** `await body(client.POST(…))`: the answer's body, or a thrown ApiError / NetworkError. */
export async function body<T>(call: Promise<{ data?: T }>): Promise<T> {
  return (await call).data as T;
}

/** One key per content: the same text sent again is the same act, a changed text is a new one. */
export function idempotencyKeys(): (content: unknown) => { 'Idempotency-Key': string } {
  let last = '';
  let key = '';
  return (content) => {
    const now = JSON.stringify(content);
    if (now !== last || !key) {
      last = now;
      key = crypto.randomUUID();
    }
    return { 'Idempotency-Key': key };
  };
}
