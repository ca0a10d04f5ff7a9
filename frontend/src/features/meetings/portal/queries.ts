import { body, client, type Schemas } from '@/shared/api/client';
import { keyset } from '@/shared/api/keyset';

export type OwnMeeting = Schemas['OwnMeeting'];

export const myMeetings = keyset<OwnMeeting>(['get', '/v1/portal/meetings'], (cursor, signal) =>
  body(client.GET('/v1/portal/meetings', { params: { query: { cursor, limit: 50 } }, signal })),
);
