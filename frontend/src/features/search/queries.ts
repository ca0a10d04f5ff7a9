import { queryOptions } from '@tanstack/react-query';
import { body, client } from '@/shared/api/client';
import type { paths } from '@/shared/api/schema.gen';

export type SearchGroup =
  paths['/v1/search']['post']['responses'][200]['content']['application/json']['groups'][number];
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
