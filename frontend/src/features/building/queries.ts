import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { body, client, type Schemas } from '@/shared/api/client';
import { keyset } from '@/shared/api/keyset';
import type { paths } from '@/shared/api/schema.gen';
import { refresh } from '@/shared/live/useLiveEvents';

export type House = Schemas['HouseView'];
export type Floor = House['floors'][number];
export type Cell = Floor['cells'][number];
export type Unit = Schemas['UnitPlain'] | Schemas['UnitCare'] | Schemas['UnitTechnical'];
export type LifeEntry = Schemas['LifeEntry'];
export type LifeKind = Schemas['LifeKind'];
export type Tenancy = Schemas['TenancyPage']['items'][number];
export type OpenIncident = Schemas['IncidentPage']['items'][number];
export type UnitFilter = Omit<
  NonNullable<paths['/v1/units']['get']['parameters']['query']>,
  'cursor' | 'limit'
>;

export const house = (site_id: string) =>
  queryOptions({
    queryKey: ['get', '/v1/sites/{site_id}/house', site_id],
    queryFn: ({ signal }) =>
      body(client.GET('/v1/sites/{site_id}/house', { params: { path: { site_id } }, signal })),
  });

export const units = (query: UnitFilter) =>
  keyset<Unit>(['get', '/v1/units', query], (cursor, signal) =>
    body(client.GET('/v1/units', { params: { query: { ...query, cursor, limit: 50 } }, signal })),
  );

export const unit = (unit_id: string) =>
  queryOptions({
    queryKey: ['get', '/v1/units/{unit_id}', unit_id],
    queryFn: ({ signal }): Promise<Unit> =>
      body(client.GET('/v1/units/{unit_id}', { params: { path: { unit_id } }, signal })),
  });

export const life = (unit_id: string) =>
  queryOptions({
    queryKey: ['get', '/v1/units/{unit_id}/life', unit_id],
    queryFn: ({ signal }) =>
      body(client.GET('/v1/units/{unit_id}/life', { params: { path: { unit_id } }, signal })),
  });

/** Names people, so it is asked for only when the page of the unit is open. */
export const tenanciesNow = (unit_id: string, state: Schemas['TenancyState']) =>
  queryOptions({
    queryKey: ['get', '/v1/tenancies', { unit_id, state }],
    queryFn: ({ signal }) =>
      body(client.GET('/v1/tenancies', { params: { query: { unit_id, state } }, signal })),
    staleTime: 60_000,
  });

export const openIncidents = (unit_id: string) =>
  queryOptions({
    queryKey: ['get', '/v1/incidents', { unit_id, open: true }],
    queryFn: ({ signal }) =>
      body(client.GET('/v1/incidents', { params: { query: { unit_id, open: true } }, signal })),
  });

/** Puts the answer of a write in place of the unit it came from, and refreshes the drawing and its life. */
export function useKeepUnit() {
  const queryClient = useQueryClient();
  return (saved: Unit): void => {
    queryClient.setQueryData(unit(saved.id).queryKey, saved);
    refresh(queryClient, 'units');
  };
}
/** As it stands on the server now, past the cache. */
export function useReloadUnit(id: string) {
  const queryClient = useQueryClient();
  return () => queryClient.fetchQuery({ ...unit(id), staleTime: 0 });
}

const at = (unit_id: string) => ({ path: { unit_id } });
type Key = { 'Idempotency-Key': string };

export const editUnit = (id: string, json: Schemas['EditUnit']): Promise<Unit> =>
  body(client.PATCH('/v1/units/{unit_id}', { params: at(id), body: json }));
export const blockUnit = (id: string, json: Schemas['BlockUnit'], headers: Key): Promise<Unit> =>
  body(client.POST('/v1/units/{unit_id}/block', { params: at(id), body: json, headers }));
export const unblockUnit = (id: string, json: Schemas['UnblockUnit'], headers: Key): Promise<Unit> =>
  body(client.POST('/v1/units/{unit_id}/unblock', { params: at(id), body: json, headers }));
export const changeUse = (id: string, json: Schemas['ChangeUse'], headers: Key): Promise<Unit> =>
  body(client.POST('/v1/units/{unit_id}/change-use', { params: at(id), body: json, headers }));
