import type { QueryClient } from '@tanstack/react-query';
import { flush, type Senders } from '@/shared/offline/outbox';

/** What a resident can read without network. */
export const keptPaths = ['/v1/session', '/v1/emergency-numbers', '/v1/portal/people'] as const;

/** Features add how their queued items are sent, by kind. */
const senders: Senders = {};

/** Sends what waits, now and whenever the network returns. */
export function startSending(client: QueryClient): void {
  const send = async () => {
    if ((await flush(senders)) > 0) await client.invalidateQueries();
  };
  addEventListener('online', () => void send());
  void send();
}
