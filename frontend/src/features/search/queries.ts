import { queryOptions } from '@tanstack/react-query';
import { body, client, type Schemas } from '@/shared/api/client';

export type SearchGroup = Schemas['Found']['groups'][number];
export const shortest = 2;

/** Searching is a POST: what is typed are names of people, which belong in no address and no log. */
export const searchEverything = (q: string) =>
  queryOptions({
    queryKey: ['post', '/v1/search', q],
    queryFn: ({ signal }) => body(client.POST('/v1/search', { body: { q }, signal })),
    enabled: q.length >= shortest,
    staleTime: 10_000,
    gcTime: 60_000,
  });
