import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { body, client, type Schemas } from '@/shared/api/client';
import { keyset } from '@/shared/api/keyset';
import type { paths } from '@/shared/api/schema.gen';
import { refresh } from '@/shared/live/useLiveEvents';

export type Tenancy = Schemas['TenancyPage']['items'][number];
export type TenancyCare = Schemas['TenancyCare'];
export type EndReason = Schemas['EndReason'];
/** A person as the route hands them over from their own room. */
export type Resident = Schemas['ResidentCare'] | Schemas['ResidentCase'];
export type TenancyFilter = Omit<
  NonNullable<paths['/v1/tenancies']['get']['parameters']['query']>,
  'cursor' | 'limit'
>;
type Key = { 'Idempotency-Key': string };

export const tenancies = (query: TenancyFilter) =>
  keyset<Tenancy>(['get', '/v1/tenancies', query], (cursor, signal) =>
    body(client.GET('/v1/tenancies', { params: { query: { ...query, cursor, limit: 50 } }, signal })),
  );

// Names stand in it: looked up when the page is opened, never ahead of a click.
export const tenancy = (tenancy_id: string) =>
  queryOptions({
    queryKey: ['get', '/v1/tenancies/{tenancy_id}', tenancy_id],
    queryFn: ({ signal }): Promise<Tenancy> =>
      body(client.GET('/v1/tenancies/{tenancy_id}', { params: { path: { tenancy_id } }, signal })),
    staleTime: 60_000,
  });

/** A step in a tenancy changes the people, the flat and the house with it. */
export function useKeepTenancy() {
  const queryClient = useQueryClient();
  return (saved?: Tenancy): void => {
    if (saved) queryClient.setQueryData(tenancy(saved.id).queryKey, saved);
    for (const topic of ['tenancies', 'residents', 'units', 'sites']) refresh(queryClient, topic);
  };
}
export function useReloadTenancy(id: string) {
  const queryClient = useQueryClient();
  return () => queryClient.fetchQuery({ ...tenancy(id), staleTime: 0 });
}

export const resident = (resident_id: string) =>
  queryOptions({
    queryKey: ['get', '/v1/residents/{resident_id}', resident_id],
    queryFn: ({ signal }): Promise<Resident> =>
      body(client.GET('/v1/residents/{resident_id}', { params: { path: { resident_id } }, signal })),
    // a page that is opened is looked up; live events keep it fresh, a change of window looks no further
    staleTime: 0,
    refetchOnWindowFocus: false,
  });

/** Those who have no flat yet, for the first step of moving in. */
export const expected = (site_id?: string) =>
  queryOptions({
    queryKey: ['get', '/v1/residents', { status: 'expected', site_id, first: true }],
    queryFn: ({ signal }) =>
      body(
        client.GET('/v1/residents', {
          params: { query: { status: 'expected', site_id, limit: 20 } },
          signal,
        }),
      ),
  });

const at = (tenancy_id: string) => ({ path: { tenancy_id } });

export const moveIn = (json: Schemas['MoveIn'], headers: Key) =>
  body(client.POST('/v1/tenancies/move-in', { body: json, headers }));
export const confirmMoveIn = (id: string, json: Schemas['ConfirmMoveIn'], headers: Key) =>
  body(client.POST('/v1/tenancies/{tenancy_id}/confirm', { params: at(id), body: json, headers }));
export const cancelPlan = (id: string, json: Schemas['CancelPlan'], headers: Key) =>
  body(client.POST('/v1/tenancies/{tenancy_id}/cancel', { params: at(id), body: json, headers }));
export const editTenancy = (id: string, json: Schemas['EditTenancy']) =>
  body(client.PATCH('/v1/tenancies/{tenancy_id}', { params: at(id), body: json }));
export const transfer = (id: string, json: Schemas['Transfer'], headers: Key) =>
  body(client.POST('/v1/tenancies/{tenancy_id}/transfer', { params: at(id), body: json, headers }));
export const moveOut = (id: string, json: Schemas['MoveOut'], headers: Key) =>
  body(client.POST('/v1/tenancies/{tenancy_id}/move-out', { params: at(id), body: json, headers }));
