import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { body, client, type Schemas } from '@/shared/api/client';
import { refresh } from '@/shared/live/useLiveEvents';
import type { Tone } from '@/shared/ui/Tag';
import { tenancy } from '../queries';

export type Change = Schemas['HouseholdChangePage']['items'][number];
type Key = { 'Idempotency-Key': string };

export const changeTones = {
  waiting: 'warning',
  approved: 'info',
  refused: 'danger',
  done: 'success',
  withdrawn: 'neutral',
} as const satisfies Record<Change['state'], Tone>;

export const householdChanges = (tenancy_id: string) =>
  queryOptions({
    queryKey: ['get', '/v1/household-changes', { tenancy_id }],
    queryFn: ({ signal }) =>
      body(client.GET('/v1/household-changes', { params: { query: { tenancy_id, limit: 50 } }, signal })),
  });

/** A change touches the lease, the people and the flat. */
export function useKeepChange(tenancyId: string) {
  const queryClient = useQueryClient();
  return (): void => {
    void queryClient.invalidateQueries({ queryKey: tenancy(tenancyId).queryKey });
    for (const topic of ['household-changes', 'tenancies', 'residents', 'units', 'sites'])
      refresh(queryClient, topic);
  };
}
export function useReloadChange(change: Change) {
  const queryClient = useQueryClient();
  return async (): Promise<Change> => {
    const { items } = await queryClient.fetchQuery({ ...householdChanges(change.tenancy_id), staleTime: 0 });
    return items.find(({ id }) => id === change.id) ?? change;
  };
}

const at = (change_id: string) => ({ path: { change_id } });

export const askChange = (tenancy_id: string, json: Schemas['AskHouseholdChange'], headers: Key) =>
  body(
    client.POST('/v1/tenancies/{tenancy_id}/household-changes', {
      params: { path: { tenancy_id } },
      body: json,
      headers,
    }),
  );
export const decideChange = (id: string, json: Schemas['DecideHouseholdChange'], headers: Key) =>
  body(client.POST('/v1/household-changes/{change_id}/decide', { params: at(id), body: json, headers }));
export const confirmChange = (id: string, json: Schemas['ConfirmHouseholdChange'], headers: Key) =>
  body(client.POST('/v1/household-changes/{change_id}/confirm', { params: at(id), body: json, headers }));
export const withdrawChange = (id: string, json: Schemas['WithdrawHouseholdChange'], headers: Key) =>
  body(client.POST('/v1/household-changes/{change_id}/withdraw', { params: at(id), body: json, headers }));
