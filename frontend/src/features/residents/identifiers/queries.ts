import { queryOptions } from '@tanstack/react-query';
import { body, client, type Schemas } from '@/shared/api/client';

export type Identifier = Schemas['IdentifierView'];
export type Purpose = Schemas['Purpose'];
type Key = { 'Idempotency-Key': string };

export const purposes = [
  'lease_contract',
  'benefits',
  'population_register',
  'health_services',
  'bank',
  'identity_check',
  'correction',
  'other',
] as const satisfies readonly Purpose[];
export const identifierKinds = ['duf', 'dnr', 'fnr'] as const satisfies readonly Schemas['IdentifierKind'][];
export const identifierSources = [
  'imdi',
  'population_register',
  'document',
  'self_reported',
] as const satisfies readonly Schemas['IdentifierSource'][];

const path = (resident_id: string) => ({ path: { resident_id } });

// Each showing is a line in the person's log: asked for once when the door is opened, never again by itself,
// never by a live event, and forgotten when the door closes.
export const identifiers = (resident_id: string) =>
  queryOptions({
    queryKey: ['identifiers', resident_id],
    queryFn: ({ signal }) =>
      body(client.GET('/v1/residents/{resident_id}/identifiers', { params: path(resident_id), signal })),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

export const addIdentifier = (resident_id: string, json: Schemas['NewIdentifier'], headers: Key) =>
  body(
    client.POST('/v1/residents/{resident_id}/identifiers', {
      params: path(resident_id),
      body: json,
      headers,
    }),
  );
export const endIdentifier = (
  resident_id: string,
  identifier_id: string,
  json: Schemas['EndIdentifier'],
  headers: Key,
) =>
  body(
    client.POST('/v1/residents/{resident_id}/identifiers/{identifier_id}/end', {
      params: { path: { resident_id, identifier_id } },
      body: json,
      headers,
    }),
  );
export const revealIdentifier = (resident_id: string, identifier_id: string, json: Schemas['Reveal']) =>
  body(
    client.POST('/v1/residents/{resident_id}/identifiers/{identifier_id}/reveal', {
      params: { path: { resident_id, identifier_id } },
      body: json,
    }),
  );
export const findByIdentifier = (json: Schemas['FindByIdentifier']) =>
  body(client.POST('/v1/residents/find-by-identifier', { body: json }));
