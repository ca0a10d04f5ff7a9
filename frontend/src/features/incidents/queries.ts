import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { body, client, type Schemas } from '@/shared/api/client';
import { keyset } from '@/shared/api/keyset';
import type { paths } from '@/shared/api/schema.gen';

export type ListedIncident = Schemas['IncidentPage']['items'][number];
/** `care` for those who follow up people, `building` for those who keep up the house. */
export type Incident = Schemas['IncidentCare'] | Schemas['IncidentBuilding'];
export type Entry = Schemas['EntryView'];
export type Measure = Schemas['MeasureView'];
export type Picture = Schemas['PictureView'];
export type Contact = Schemas['OnCallView'];
export type Service = Schemas['OrganisationKind'];
export type Unit = Schemas['UnitPage']['items'][number];
export type IncidentFilter = Omit<
  NonNullable<paths['/v1/incidents']['get']['parameters']['query']>,
  'cursor' | 'limit'
>;

export const incidents = (query: IncidentFilter) =>
  keyset<ListedIncident>(['get', '/v1/incidents', query], (cursor, signal) =>
    body(client.GET('/v1/incidents', { params: { query: { ...query, cursor, limit: 50 } }, signal })),
  );

export const openCounts = (site_id: string | undefined) =>
  queryOptions({
    queryKey: ['get', '/v1/incidents/counts', site_id],
    queryFn: ({ signal }) =>
      body(client.GET('/v1/incidents/counts', { params: { query: { site_id } }, signal })),
  });

// Showing an incident is logged: nothing is fetched ahead of a click (no route loaders).
export const incident = (incident_id: string) =>
  queryOptions({
    queryKey: ['get', '/v1/incidents/{incident_id}', incident_id],
    queryFn: ({ signal }): Promise<Incident> =>
      body(client.GET('/v1/incidents/{incident_id}', { params: { path: { incident_id } }, signal })),
    staleTime: 60_000,
  });

export const onCallFor = (incident_id: string) =>
  queryOptions({
    queryKey: ['get', '/v1/incidents/{incident_id}/on-call', incident_id],
    queryFn: ({ signal }) =>
      body(client.GET('/v1/incidents/{incident_id}/on-call', { params: { path: { incident_id } }, signal })),
    staleTime: 5 * 60_000,
  });

export const partiesOf = (incident_id: string) =>
  queryOptions({
    queryKey: ['get', '/v1/incidents/{incident_id}/parties', incident_id],
    queryFn: ({ signal }) =>
      body(client.GET('/v1/incidents/{incident_id}/parties', { params: { path: { incident_id } }, signal })),
    staleTime: 60_000,
  });

/** Every unit in my area: a house has some dozens, so that a phone can search among them without asking again. */
export const allUnits = queryOptions({
  queryKey: ['get', '/v1/units', 'all'],
  queryFn: async ({ signal }): Promise<Unit[]> => {
    const found: Unit[] = [];
    let cursor: string | undefined;
    do {
      const page = await body(client.GET('/v1/units', { params: { query: { cursor, limit: 100 } }, signal }));
      found.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor);
    return found;
  },
  staleTime: 30 * 60_000,
});

export const site = (site_id: string) =>
  queryOptions({
    queryKey: ['get', '/v1/sites/{site_id}', site_id],
    queryFn: ({ signal }) =>
      body(client.GET('/v1/sites/{site_id}', { params: { path: { site_id } }, signal })),
    staleTime: 5 * 60_000,
  });

export const emergencyNumbers = queryOptions({
  queryKey: ['get', '/v1/emergency-numbers'],
  queryFn: ({ signal }) => body(client.GET('/v1/emergency-numbers', { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Puts the answer of a write in place of the page it came from, and refreshes the lists. */
export function useKeepIncident() {
  const queryClient = useQueryClient();
  return (saved: Incident): void => {
    queryClient.setQueryData(incident(saved.id).queryKey, saved);
    void queryClient.invalidateQueries({ queryKey: ['get', '/v1/incidents'] });
    void queryClient.invalidateQueries({ queryKey: ['get', '/v1/incidents/counts'] });
  };
}
/** After a refusal: show what others have done meanwhile. */
export function useRefreshIncident(id: string) {
  const queryClient = useQueryClient();
  return (): void => void queryClient.invalidateQueries({ queryKey: incident(id).queryKey });
}
/** As it stands on the server now, past the cache. */
export function useReloadIncident(id: string) {
  const queryClient = useQueryClient();
  return () => queryClient.fetchQuery({ ...incident(id), staleTime: 0 });
}
