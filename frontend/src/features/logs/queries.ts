import { body, client, type Schemas } from '@/shared/api/client';
import { keyset } from '@/shared/api/keyset';
import type { paths } from '@/shared/api/schema.gen';

export type Change = Schemas['ChangeView'];
export type Disclosure = Schemas['DisclosureView'];
type Query<P extends '/v1/changes' | '/v1/disclosures'> = Omit<
  NonNullable<paths[P]['get']['parameters']['query']>,
  'cursor' | 'limit'
>;

export const changes = (query: Query<'/v1/changes'>) =>
  keyset<Change>(['get', '/v1/changes', query], (cursor, signal) =>
    body(client.GET('/v1/changes', { params: { query: { ...query, cursor, limit: 50 } }, signal })),
  );

export const disclosures = (query: Query<'/v1/disclosures'>) =>
  keyset<Disclosure>(['get', '/v1/disclosures', query], (cursor, signal) =>
    body(client.GET('/v1/disclosures', { params: { query: { ...query, cursor, limit: 50 } }, signal })),
  );
