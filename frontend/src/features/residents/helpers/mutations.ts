import { body, client, type Schemas } from '@/shared/api/client';

type Key = { 'Idempotency-Key': string };
export const assignHelper = (resident_id: string, json: Schemas['AssignHelper'], headers: Key) =>
  body(
    client.POST('/v1/residents/{resident_id}/helpers', {
      params: { path: { resident_id } },
      body: json,
      headers,
    }),
  );
export const endHelp = (resident_id: string, helper_id: string, json: Schemas['EndHelp'], headers: Key) =>
  body(
    client.POST('/v1/residents/{resident_id}/helpers/{helper_id}/end', {
      params: { path: { resident_id, helper_id } },
      body: json,
      headers,
    }),
  );
