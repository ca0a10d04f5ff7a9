import { queryOptions } from '@tanstack/react-query';
import { body, client } from '@/shared/api/client';

export const myPeople = queryOptions({
  queryKey: ['get', '/v1/portal/people'],
  queryFn: ({ signal }) => body(client.GET('/v1/portal/people', { signal })),
  staleTime: 10 * 60_000,
});
