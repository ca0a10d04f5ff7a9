import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { body, client, type Schemas } from '@/shared/api/client';
import { keyset } from '@/shared/api/keyset';

export type Account = Schemas['AccountView'];
export type AccountState = Schemas['AccountState'];
export type HeldRole = Schemas['HeldRole'];
export type Invitation = Schemas['InvitationView'];
type Key = { 'Idempotency-Key': string };

export const accounts = (query: { q?: string; state?: AccountState }) =>
  keyset<Account>(['get', '/v1/accounts', query], (cursor, signal) =>
    body(client.GET('/v1/accounts', { params: { query: { ...query, cursor, limit: 50 } }, signal })),
  );
export const account = (account_id: string) =>
  queryOptions({
    queryKey: ['get', '/v1/accounts/{account_id}', account_id],
    queryFn: ({ signal }) =>
      body(client.GET('/v1/accounts/{account_id}', { params: { path: { account_id } }, signal })),
  });
export const accountChoices = queryOptions({
  queryKey: ['get', '/v1/accounts/choices'],
  queryFn: ({ signal }) => body(client.GET('/v1/accounts/choices', { signal })),
  staleTime: 10 * 60_000,
});

export function useRefreshAccounts() {
  const queryClient = useQueryClient();
  return () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: ['get', '/v1/accounts'] }),
      queryClient.invalidateQueries({ queryKey: ['get', '/v1/accounts/{account_id}'] }),
    ]);
}

export const openAccount = (given: Schemas['NewAccount']) =>
  body(client.POST('/v1/accounts', { body: given }));
export const inviteAnew = (account_id: string) =>
  body(client.POST('/v1/accounts/{account_id}/invitation', { params: { path: { account_id } } }));
export const giveRole = (account_id: string, given: Schemas['NewRole'], header: Key) =>
  body(
    client.POST('/v1/accounts/{account_id}/roles', {
      params: { path: { account_id }, header },
      body: given,
    }),
  );
export const endRole = (membership_id: string, last_day: string | null, header: Key) =>
  body(
    client.POST('/v1/accounts/roles/{membership_id}/end', {
      params: { path: { membership_id }, header },
      body: { last_day },
    }),
  );
