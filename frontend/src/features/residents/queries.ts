import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { body, client, type Schemas } from '@/shared/api/client';
import { keyset } from '@/shared/api/keyset';
import type { paths } from '@/shared/api/schema.gen';
import { refresh } from '@/shared/live/useLiveEvents';

export type ListedResident = Schemas['ResidentPage']['items'][number];
export type Resident = Schemas['ResidentCare'] | Schemas['ResidentCase'];
export type Helper = Schemas['HelperView'];
export type Household = Schemas['HouseholdView'];
export type Member = Schemas['MemberView'];
export type ResidentFilter = Omit<
  NonNullable<paths['/v1/residents']['get']['parameters']['query']>,
  'cursor' | 'limit'
>;

export const residents = (query: ResidentFilter) =>
  keyset<ListedResident>(['get', '/v1/residents', query], (cursor, signal) =>
    body(client.GET('/v1/residents', { params: { query: { ...query, cursor, limit: 50 } }, signal })),
  );

// Every look at a person is logged and shown to them: pages are never fetched ahead of a click (no route loaders).
export const resident = (resident_id: string) =>
  queryOptions({
    queryKey: ['get', '/v1/residents/{resident_id}', resident_id],
    queryFn: ({ signal }): Promise<Resident> =>
      body(client.GET('/v1/residents/{resident_id}', { params: { path: { resident_id } }, signal })),
    // a page that is opened is looked up; live events keep it fresh, a change of window looks no further
    staleTime: 0,
    refetchOnWindowFocus: false,
  });

/** Puts the answer of a write in place of the page it came from, and refreshes the lists. */
export function useKeepResident() {
  const queryClient = useQueryClient();
  return (saved: Resident): void => {
    queryClient.setQueryData(resident(saved.id).queryKey, saved);
    void queryClient.invalidateQueries({ queryKey: ['get', '/v1/residents'] });
  };
}
export function useRefreshResidents() {
  const queryClient = useQueryClient();
  return () => refresh(queryClient, 'residents');
}
/** As it stands on the server now, past the cache. */
export function useReloadResident(id: string) {
  const queryClient = useQueryClient();
  return () => queryClient.fetchQuery({ ...resident(id), staleTime: 0 });
}

export const addResident = (json: Schemas['NewResident'], headers: { 'Idempotency-Key': string }) =>
  body(client.POST('/v1/residents', { body: json, headers }));

const at = (resident_id: string) => ({ path: { resident_id } });

export const editResident = (id: string, json: Schemas['EditResident']) =>
  body(client.PATCH('/v1/residents/{resident_id}', { params: at(id), body: json }));
export const setLanguages = (id: string, json: Schemas['SetLanguages']) =>
  body(client.PUT('/v1/residents/{resident_id}/languages', { params: at(id), body: json }));
export const setContactPoints = (id: string, json: Schemas['SetContactPoints']) =>
  body(client.PUT('/v1/residents/{resident_id}/contact-points', { params: at(id), body: json }));
