import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** A topic is the address under /v1 whose answers changed; these tell of it too. */
const always = ['/v1/today', '/v1/notifications', '/v1/calendar'];
const also: Record<string, readonly string[]> = {
  incidents: ['/v1/sites', '/v1/units'],
  units: ['/v1/sites'],
  'portal/notices': ['/v1/portal/meetings'],
};

export function refresh(client: QueryClient, topic: string): void {
  const paths = [`/v1/${topic}`, ...always, ...(also[topic] ?? [])];
  void client.invalidateQueries({
    predicate: ({ queryKey }) => {
      const path = queryKey[1];
      return typeof path === 'string' && paths.some((p) => path === p || path.startsWith(`${p}/`));
    },
  });
}

/** Waits 1, 2, 4 … 60 seconds, spread so that a restarted server is not met by everyone at once. */
export const waitBefore = (attempt: number, random = Math.random()): number =>
  Math.min(60_000, 1000 * 2 ** attempt) * (0.5 + random / 2);

export function useLiveEvents(enabled = true): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!enabled || typeof EventSource === 'undefined') return;
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let attempt = 0;
    let wasOpen = false;
    const open = () => {
      source = new EventSource('/v1/events');
      source.addEventListener('open', () => {
        // whatever happened while nobody listened
        if (wasOpen) void client.invalidateQueries();
        wasOpen = true;
        attempt = 0;
      });
      source.addEventListener('message', (e: MessageEvent<string>) => {
        const topic = topicOf(e.data);
        if (topic) refresh(client, topic);
      });
      source.addEventListener('error', () => {
        source?.close();
        clearTimeout(timer);
        timer = setTimeout(open, waitBefore(attempt++));
      });
    };
    const again = () => {
      if (source?.readyState === EventSource.OPEN) return;
      source?.close();
      clearTimeout(timer);
      attempt = 0;
      open();
    };
    open();
    addEventListener('online', again);
    return () => {
      removeEventListener('online', again);
      clearTimeout(timer);
      source?.close();
    };
  }, [client, enabled]);
}

function topicOf(data: string): string | undefined {
  try {
    const event: unknown = JSON.parse(data);
    return typeof event === 'object' && event && 'topic' in event ? String(event.topic) : undefined;
  } catch {
    return undefined;
  }
}
