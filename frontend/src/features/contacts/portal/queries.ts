import { queryOptions } from '@tanstack/react-query';
import { body, client, type Schemas } from '@/shared/api/client';

export type Asked = Schemas['AskedView'];
export type AskAbout = Schemas['AskAbout'];

export const whomToAsk = queryOptions({
  queryKey: ['get', '/v1/portal/whom-to-ask'],
  queryFn: ({ signal }) => body(client.GET('/v1/portal/whom-to-ask', { signal })),
  staleTime: 10 * 60_000,
});

/** Everything that one person or service answers, and who stands in. */
export interface AskGroup {
  lead: Asked | null;
  topics: AskAbout[];
  backups: Asked[];
}

/** One card for each who answers, in the order of their first topic; words without a person stand alone. */
export function groupsOf(items: readonly AskAbout[]): AskGroup[] {
  const groups: AskGroup[] = [];
  for (const item of items) {
    const lead = item.owner ?? item.backup;
    const known = lead && groups.find((g) => g.lead?.id === lead.id);
    const group = known || { lead, topics: [], backups: [] };
    if (!known) groups.push(group);
    group.topics.push(item);
    const { backup } = item;
    if (backup && backup.id !== lead?.id && !group.backups.some((b) => b.id === backup.id))
      group.backups.push(backup);
  }
  return groups;
}
