import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { body, client, type Schemas } from '@/shared/api/client';
import { keyset } from '@/shared/api/keyset';
import type { paths } from '@/shared/api/schema.gen';
import { refresh } from '@/shared/live/useLiveEvents';

export type ListedActivity = Schemas['ListedActivity'];
export type Activity = Schemas['ActivityView'];
export type Participants = Schemas['ActivityParticipants'];
export type Participant = Schemas['ActivityParticipant'];
export type ActivityFilter = Omit<
  NonNullable<paths['/v1/activities']['get']['parameters']['query']>,
  'cursor' | 'limit'
>;
type Key = { 'Idempotency-Key': string };

export const activities = (query: ActivityFilter) =>
  keyset<ListedActivity>(['get', '/v1/activities', query], (cursor, signal) =>
    body(client.GET('/v1/activities', { params: { query: { ...query, cursor, limit: 100 } }, signal })),
  );

export const activity = (activity_id: string) =>
  queryOptions({
    queryKey: ['get', '/v1/activities/{activity_id}', activity_id],
    queryFn: ({ signal }) =>
      body(client.GET('/v1/activities/{activity_id}', { params: { path: { activity_id } }, signal })),
    staleTime: 60_000,
  });

// Names stand in it: looked up when the page is opened, never ahead of a click.
export const participants = (activity_id: string) =>
  queryOptions({
    queryKey: ['get', '/v1/activities/{activity_id}/participants', activity_id],
    queryFn: ({ signal }) =>
      body(
        client.GET('/v1/activities/{activity_id}/participants', {
          params: { path: { activity_id } },
          signal,
        }),
      ),
    staleTime: 60_000,
  });

/** Puts the answer of a write in place of the page it came from, and refreshes the plan. */
export function useKeepActivity() {
  const queryClient = useQueryClient();
  return (saved: Activity): void => {
    queryClient.setQueryData(activity(saved.id).queryKey, saved);
    refresh(queryClient, 'activities');
  };
}
export function useKeepParticipants() {
  const queryClient = useQueryClient();
  return (saved: Participants): void => {
    queryClient.setQueryData(participants(saved.activity_id).queryKey, saved);
    void queryClient.invalidateQueries({ queryKey: activity(saved.activity_id).queryKey });
    void queryClient.invalidateQueries({ queryKey: ['get', '/v1/activities'] });
  };
}
export function useReloadActivity(id: string) {
  const queryClient = useQueryClient();
  return () => queryClient.fetchQuery({ ...activity(id), staleTime: 0 });
}

const at = (activity_id: string) => ({ path: { activity_id } });
const of = (activity_id: string, resident_id: string) => ({ path: { activity_id, resident_id } });

export const plan = (json: Schemas['NewActivity'], headers: Key) =>
  body(client.POST('/v1/activities', { body: json, headers }));
export const edit = (id: string, json: Schemas['EditActivity']) =>
  body(client.PATCH('/v1/activities/{activity_id}', { params: at(id), body: json }));
export const postpone = (id: string, json: Schemas['PostponeActivity'], headers: Key) =>
  body(client.POST('/v1/activities/{activity_id}/postpone', { params: at(id), body: json, headers }));
export const cancel = (id: string, json: Schemas['CancelActivity'], headers: Key) =>
  body(client.POST('/v1/activities/{activity_id}/cancel', { params: at(id), body: json, headers }));
export const complete = (id: string, version: number) =>
  body(client.POST('/v1/activities/{activity_id}/complete', { params: at(id), body: { version } }));
export const signUp = (id: string, resident_id: string, headers: Key) =>
  body(
    client.POST('/v1/activities/{activity_id}/sign-up', {
      params: at(id),
      body: { resident_id },
      headers,
    }),
  );
export const withdraw = (id: string, resident: string) =>
  body(
    client.POST('/v1/activities/{activity_id}/participants/{resident_id}/withdraw', {
      params: of(id, resident),
    }),
  );
export const tick = (id: string, resident: string, present: boolean | null) =>
  body(
    client.PUT('/v1/activities/{activity_id}/participants/{resident_id}/attendance', {
      params: of(id, resident),
      body: { present },
    }),
  );

/** The same lines as a table for a spreadsheet. */
export function planAddress(query: ActivityFilter): string {
  const pairs = Object.entries({ ...query, sort: undefined }).flatMap(([name, value]) =>
    value === undefined || value === null
      ? []
      : [value].flat().map((one): [string, string] => [name, String(one)]),
  );
  return `/v1/activities/plan.csv?${new URLSearchParams(pairs).toString()}`;
}
