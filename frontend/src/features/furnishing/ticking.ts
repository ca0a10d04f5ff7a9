import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { drop, enqueue, flush, type OutboxItem, pending } from '@/shared/offline/outbox';
import { useSession } from '@/shared/session/session';
import { type Checklist, keepChecklist, type Line, type Step, sendTick } from './queries';

interface Tick {
  checklist_id: string;
  line_id: string;
  step: Step;
  at: string;
}
export interface Waiting extends Tick {
  key: string;
  refused: boolean;
}
/** Phones are shared in a crew: what one has ticked is sent in no other's name. */
const kindOf = (actor: string) => `tick:${actor}`;
const waitingOf = (actor: string) =>
  queryOptions({
    queryKey: ['outbox', kindOf(actor)],
    queryFn: async (): Promise<Waiting[]> =>
      (await pending())
        .filter((item) => item.kind === kindOf(actor))
        .map((item) => ({
          ...(item.content as unknown as Tick),
          key: item.key,
          refused: item.refused === true,
        })),
    staleTime: 0,
    networkMode: 'always',
  });

/** A server away is no missing network: the browser tells nobody when it is back. */
const AGAIN = 15_000;

async function sendAll(client: QueryClient, actor: string): Promise<void> {
  const kind = kindOf(actor);
  const send = async (item: OutboxItem) => {
    const { checklist_id, line_id, step, at } = item.content as unknown as Tick;
    const saved = await sendTick(checklist_id, { line_id, step, at }, { 'Idempotency-Key': item.key });
    await keepChecklist(client, saved);
  };
  const unsent = async () => (await pending()).some((item) => item.kind === kind && !item.refused);
  const look = () => client.invalidateQueries({ queryKey: waitingOf(actor).queryKey });
  while ((await unsent()) && (await flush({ [kind]: send })) > 0) await look();
  await look();
}

/**
 * Ticks go into the phone's own queue first and from there to the server: now, when the network returns, when the
 * phone is looked at again, and every now and then. A repeat is the same fact, so none is lost and none counts twice.
 */
export function useTicking() {
  const client = useQueryClient();
  const { actor_id } = useSession();
  const { data: waiting = [] } = useQuery(waitingOf(actor_id));
  useEffect(() => {
    const now = () => void sendAll(client, actor_id);
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
  }, [client, actor_id]);
  const look = () => client.invalidateQueries({ queryKey: waitingOf(actor_id).queryKey });
  return {
    waiting,
    tick: async (list: Checklist, line: Line, step: Step) => {
      const tick: Tick = {
        checklist_id: list.id,
        line_id: line.id,
        step,
        at: new Date().toISOString(),
      };
      const item = { key: crypto.randomUUID(), kind: kindOf(actor_id), content: { ...tick }, pictures: [] };
      await enqueue(item);
      await look();
      await sendAll(client, actor_id);
    },
    forget: async (ticks: readonly Waiting[]) => {
      for (const { key } of ticks) await drop(key);
      await look();
    },
  };
}
export type Ticking = ReturnType<typeof useTicking>;

export const waitsFor = (waiting: readonly Waiting[], line: Line, step: Step): Waiting | undefined =>
  waiting.find((w) => w.line_id === line.id && w.step === step && !w.refused);
