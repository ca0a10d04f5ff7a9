import { queryOptions } from '@tanstack/react-query';
import { body, client, type Schemas } from '@/shared/api/client';
import { keyset } from '@/shared/api/keyset';

export type WeekSummary = Schemas['CrewWeekSummary'];
export type Week = Schemas['CrewWeekView'];
export type Member = Schemas['CrewMemberView'];
export type Assignment = Schemas['CrewAssignmentView'];
export type DayHours = Schemas['CrewDayHours'];
export type OwnDay = Schemas['CrewOwnDay'];
export type Task = Schemas['CrewTask'];
export type Unit = Schemas['CrewRooms'];
type Key = { 'Idempotency-Key': string };

/** The crew has no live events, so what others finish is looked for again and again. */
const AGAIN = 20_000;

export const weeks = (site_id?: string) =>
  keyset<WeekSummary>(['get', '/v1/crew/weeks', site_id], (cursor, signal) =>
    body(client.GET('/v1/crew/weeks', { params: { query: { site_id, cursor, limit: 20 } }, signal })),
  );
const at = (week_id: string) => ({ path: { week_id } });
export const week = (week_id: string) =>
  queryOptions({
    queryKey: ['get', '/v1/crew/weeks/{week_id}', week_id],
    queryFn: ({ signal }) => body(client.GET('/v1/crew/weeks/{week_id}', { params: at(week_id), signal })),
    refetchInterval: AGAIN,
  });
export const units = (week_id: string) =>
  queryOptions({
    queryKey: ['get', '/v1/crew/weeks/{week_id}/units', week_id],
    queryFn: ({ signal }) =>
      body(client.GET('/v1/crew/weeks/{week_id}/units', { params: at(week_id), signal })),
  });
export const accounts = (site_id: string) =>
  queryOptions({
    queryKey: ['get', '/v1/crew/accounts', site_id],
    queryFn: ({ signal }) =>
      body(client.GET('/v1/crew/accounts', { params: { query: { site_id } }, signal })),
  });
export const ownDay = queryOptions({
  queryKey: ['get', '/v1/crew/my-day'],
  queryFn: ({ signal }) => body(client.GET('/v1/crew/my-day', { signal })),
  refetchInterval: AGAIN,
});

export const openWeek = (json: Schemas['NewCrewWeek'], headers: Key) =>
  body(client.POST('/v1/crew/weeks', { body: json, headers }));
export const editWeek = (week_id: string, json: Schemas['EditCrewWeek']) =>
  body(client.PATCH('/v1/crew/weeks/{week_id}', { params: at(week_id), body: json }));
export const eraseWeek = (week_id: string) =>
  body(client.DELETE('/v1/crew/weeks/{week_id}', { params: at(week_id) }));
export const suggest = (week_id: string, headers: Key) =>
  body(client.POST('/v1/crew/weeks/{week_id}/suggestion', { params: at(week_id), headers }));
export const addMember = (week_id: string, json: Schemas['NewCrewMember'], headers: Key) =>
  body(client.POST('/v1/crew/weeks/{week_id}/members', { params: at(week_id), body: json, headers }));

const of = (crew_member_id: string) => ({ path: { crew_member_id } });
export const editMember = (id: string, json: Schemas['EditCrewMember']) =>
  body(client.PATCH('/v1/crew/members/{crew_member_id}', { params: of(id), body: json }));
export const removeMember = (id: string) =>
  body(client.DELETE('/v1/crew/members/{crew_member_id}', { params: of(id) }));
export const putHours = (id: string, json: Schemas['PutCrewHours']) =>
  body(client.PUT('/v1/crew/members/{crew_member_id}/hours', { params: of(id), body: json }));

export const planWork = (week_id: string, json: Schemas['NewCrewAssignment'], headers: Key) =>
  body(client.POST('/v1/crew/weeks/{week_id}/assignments', { params: at(week_id), body: json, headers }));
const work = (assignment_id: string) => ({ path: { assignment_id } });
export const replanWork = (id: string, json: Schemas['EditCrewAssignment']) =>
  body(client.PATCH('/v1/crew/assignments/{assignment_id}', { params: work(id), body: json }));
export const unplanWork = (id: string) =>
  body(client.DELETE('/v1/crew/assignments/{assignment_id}', { params: work(id) }));
export const markDone = (id: string, done: boolean) =>
  body(client.POST('/v1/crew/assignments/{assignment_id}/done', { params: work(id), body: { done } }));
export const sign = (id: string) =>
  body(client.POST('/v1/crew/assignments/{assignment_id}/sign', { params: work(id) }));

export const attestOf = (id: string): string => `/v1/crew/members/${id}/attest`;
export const sheetOf = (week_id: string): string => `/v1/crew/weeks/${week_id}/hours-sheet`;
