import type { QueryClient } from '@tanstack/react-query';
import { sendWaiting, WAITING } from '@/features/reports/portal/queries';
import { flush, pending, type Senders } from '@/shared/offline/outbox';

/** What a resident can read without network. */
export const keptPaths = [
  '/v1/session',
  '/v1/emergency-numbers',
  '/v1/portal/people',
  '/v1/portal/whom-to-ask',
  '/v1/portal/home',
  '/v1/portal/incidents',
  '/v1/portal/activities',
  '/v1/portal/notices',
  '/v1/portal/meetings',
  '/v1/portal/milestones',
  '/v1/portal/lease',
  '/v1/languages',
] as const;

/** Features add how their queued items are sent, by kind. */
const senders: Senders = { [WAITING]: sendWaiting };

/** A server away is no missing network: the browser tells nobody when it is back. */
const AGAIN = 30_000;

/** Sends what waits: now, whenever the network returns or the app is looked at again, and every now and then. */
export function startSending(client: QueryClient): void {
  const send = async () => {
    if ((await pending()).length === 0) return;
    if ((await flush(senders)) > 0) await client.invalidateQueries();
    else await client.invalidateQueries({ queryKey: ['outbox'] });
  };
  addEventListener('online', () => void send());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void send();
  });
  setInterval(() => void send(), AGAIN);
  void send();
}
