import { body, client, type Schemas } from '@/shared/api/client';

type Key = { 'Idempotency-Key': string };
export const addHousehold = (json: Schemas['NewHousehold'], headers: Key) =>
  body(client.POST('/v1/households', { body: json, headers }));
export const addMember = (household_id: string, json: Schemas['AddMember'], headers: Key) =>
  body(
    client.POST('/v1/households/{household_id}/members', {
      params: { path: { household_id } },
      body: json,
      headers,
    }),
  );
export const endMembership = (
  household_id: string,
  member_id: string,
  json: Schemas['EndMembership'],
  headers: Key,
) =>
  body(
    client.POST('/v1/households/{household_id}/members/{member_id}/end', {
      params: { path: { household_id, member_id } },
      body: json,
      headers,
    }),
  );
