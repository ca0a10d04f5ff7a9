import { body, client, type Schemas } from '@/shared/api/client';
import { keyset } from '@/shared/api/keyset';

export type Mail = Schemas['MailView'];
export type MailState = Schemas['MailState'];

export const outbox = (state: MailState | undefined) =>
  keyset<Mail>(['get', '/v1/outbox', { state }], (cursor, signal) =>
    body(client.GET('/v1/outbox', { params: { query: { state, cursor, limit: 50 } }, signal })),
  );
