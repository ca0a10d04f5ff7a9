import { queryOptions } from '@tanstack/react-query';
import { body, client } from '@/shared/api/client';

export const myHome = queryOptions({
  queryKey: ['get', '/v1/portal/home'],
  queryFn: ({ signal }) => body(client.GET('/v1/portal/home', { signal })),
  staleTime: 5 * 60_000,
});
