import { queryOptions } from '@tanstack/react-query';
import { body, client, type Schemas } from '@/shared/api/client';
import { keyset } from '@/shared/api/keyset';

export type MyData = Schemas['MyData'];
export type Look = Schemas['LookView'];

export const myData = queryOptions({
  queryKey: ['get', '/v1/portal/my-data'],
  queryFn: ({ signal }) => body(client.GET('/v1/portal/my-data', { signal })),
});

export const looksAtMe = keyset(['get', '/v1/portal/disclosures'], (cursor, signal) =>
  body(client.GET('/v1/portal/disclosures', { params: { query: { cursor, limit: 20 } }, signal })),
);

export const signOut = () => body(client.POST('/v1/auth/sign-out'));
