import type { QueryClient } from '@tanstack/react-query';
import { del, get, update } from 'idb-keyval';

/** Resident app only: the few answers a person needs without network, on her own phone. Staff data is never kept. */
type Kept = Record<string, { data: unknown; at: number }>;
const KEY = 'bomiljo.answers';

function withoutSecrets(data: unknown): unknown {
  return typeof data === 'object' && data && 'csrf_token' in data ? { ...data, csrf_token: null } : data;
}

/** Puts back what was kept, then keeps what comes in for these paths. */
export async function keepAnswers(client: QueryClient, paths: readonly string[]): Promise<void> {
  const kept = await get<Kept>(KEY).catch(() => undefined);
  for (const [path, { data, at }] of Object.entries(kept ?? {}))
    if (paths.includes(path)) client.setQueryData(['get', path], data, { updatedAt: at });
  client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success') return;
    const [, path, more] = event.query.queryKey;
    if (typeof path !== 'string' || more !== undefined || !paths.includes(path)) return;
    const entry = { data: withoutSecrets(event.query.state.data), at: event.query.state.dataUpdatedAt };
    void update<Kept>(KEY, (old) => ({ ...old, [path]: entry })).catch(() => undefined);
  });
}
export const forgetAnswers = (): Promise<void> => del(KEY).catch(() => undefined);
