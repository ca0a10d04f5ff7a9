import { del, get, update } from 'idb-keyval';
import { ApiError } from '@/shared/api/problem';

/** Something a resident sent without network: the words, the pictures, and the key which makes a repeat harmless. */
export interface OutboxItem {
  key: string;
  kind: string;
  content: Record<string, unknown>;
  pictures: readonly { key: string; blob: Blob }[];
  queuedAt: number;
  /** Once the server has the words, only pictures are missing. */
  createdId?: string;
  /** The server said no; the person decides what becomes of it. */
  refused?: boolean;
}
const KEY = 'bomiljo.outbox';
const change = (f: (items: OutboxItem[]) => OutboxItem[]) => update<OutboxItem[]>(KEY, (old) => f(old ?? []));

export const pending = async (): Promise<OutboxItem[]> => (await get<OutboxItem[]>(KEY)) ?? [];
export const enqueue = (item: Omit<OutboxItem, 'queuedAt'>): Promise<void> =>
  change((old) => [...old, { ...item, queuedAt: Date.now() }]);
export const amend = (key: string, part: Partial<OutboxItem>): Promise<void> =>
  change((old) => old.map((i) => (i.key === key ? { ...i, ...part } : i)));
export const drop = (key: string): Promise<void> => change((old) => old.filter((i) => i.key !== key));
/** What waits belongs to the one who is signed in. */
export const forgetOutbox = (): Promise<void> => del(KEY);

export type Senders = Record<string, (item: OutboxItem) => Promise<void>>;
let running: Promise<number> | undefined;

/** Sends in order and stops where the network ends. A refusal leaves the item for the person to see; it does not block the rest. */
export function flush(senders: Senders): Promise<number> {
  running ??= run(senders).finally(() => (running = undefined));
  return running;
}
async function run(senders: Senders): Promise<number> {
  let sent = 0;
  for (const item of await pending()) {
    const send = senders[item.kind];
    if (!send) continue;
    try {
      await send(item);
    } catch (error) {
      if (error instanceof ApiError && error.status < 500 && error.status !== 401) {
        await amend(item.key, { refused: true });
        continue;
      }
      break;
    }
    await drop(item.key);
    sent += 1;
  }
  return sent;
}
