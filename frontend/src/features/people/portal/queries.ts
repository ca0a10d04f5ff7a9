import { queryOptions } from '@tanstack/react-query';
import { body, client, type Schemas } from '@/shared/api/client';

export type Person = Schemas['PortalPeople']['items'][number];

export const myPeople = queryOptions({
  queryKey: ['get', '/v1/portal/people'],
  queryFn: ({ signal }) => body(client.GET('/v1/portal/people', { signal })),
  staleTime: 10 * 60_000,
});
