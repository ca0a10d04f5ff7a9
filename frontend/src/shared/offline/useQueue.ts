import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSession } from '@/shared/session/session';
import { drop, enqueue, flush, type OutboxItem, pending } from './outbox';

/** A kind of fact that is kept on the phone until the server has it. */
export interface QueueOf<T extends object> {
  name: string;
  send: (client: QueryClient, content: T, item: OutboxItem) => Promise<void>;
}
export type Queued<T> = T & { key: string; refused: boolean };

/** Phones are shared: what one has written is sent in no other's name. */
const kindOf = ({ name }: { name: string }, actor: string) => `${name}:${actor}`;
const waitingOf = <T extends object>(queue: QueueOf<T>, actor: string) =>
  queryOptions({
    queryKey: ['outbox', kindOf(queue, actor)],
    queryFn: async (): Promise<Queued<T>[]> =>
      (await pending())
        .filter((item) => item.kind === kindOf(queue, actor))
        .map((item) => ({ ...(item.content as T), key: item.key, refused: item.refused === true })),
    staleTime: 0,
    networkMode: 'always',
  });

/** A server away is no missing network: the browser tells nobody when it is back. */
const AGAIN = 15_000;

async function sendAll<T extends object>(
  client: QueryClient,
  queue: QueueOf<T>,
  actor: string,
): Promise<void> {
  const kind = kindOf(queue, actor);
  const send = (item: OutboxItem) => queue.send(client, item.content as T, item);
  const unsent = async () => (await pending()).some((item) => item.kind === kind && !item.refused);
  const look = () => client.invalidateQueries({ queryKey: waitingOf(queue, actor).queryKey });
  while ((await unsent()) && (await flush({ [kind]: send })) > 0) await look();
  await look();
}

/**
 * Facts go into the phone's own queue first and from there to the server: now, when the network returns, when the
 * phone is looked at again, and every now and then. A repeat is the same fact, so none is lost and none counts twice.
 */
export function useQueue<T extends object>(queue: QueueOf<T>) {
  const client = useQueryClient();
  const { actor_id } = useSession();
  const { data: waiting = [] } = useQuery(waitingOf(queue, actor_id));
  useEffect(() => {
    const now = () => void sendAll(client, queue, actor_id);
    const seen = () => document.visibilityState === 'visible' && now();
    addEventListener('online', now);
    document.addEventListener('visibilitychange', seen);
    const timer = setInterval(now, AGAIN);
    now();
    return () => {
      removeEventListener('online', now);
      document.removeEventListener('visibilitychange', seen);
      clearInterval(timer);
    };
  }, [client, queue, actor_id]);
  const look = () => client.invalidateQueries({ queryKey: waitingOf(queue, actor_id).queryKey });
  return {
    waiting,
    put: async (content: T, pictures: OutboxItem['pictures'] = []) => {
      const key = crypto.randomUUID();
      await enqueue({
        key,
        kind: kindOf(queue, actor_id),
        content: content as T & OutboxItem['content'],
        pictures,
      });
      await look();
      await sendAll(client, queue, actor_id);
    },
    forget: async (those: readonly { key: string }[]) => {
      for (const { key } of those) await drop(key);
      await look();
    },
  };
}
