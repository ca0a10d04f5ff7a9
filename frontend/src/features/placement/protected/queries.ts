import { queryOptions } from '@tanstack/react-query';
import { body, client, type Schemas } from '@/shared/api/client';
import { keyset } from '@/shared/api/keyset';
import type { CandidateHousehold } from '../queries';

// Nobody but two may know of them: never looked up ahead of a click.
export const protectedCandidates = keyset<CandidateHousehold>(
  ['get', '/v1/protected-candidates'],
  (cursor, signal) =>
    body(client.GET('/v1/protected-candidates', { params: { query: { cursor, limit: 50 } }, signal })),
);

const free = ['ready', 'vacant', 'being_furnished'] as const;
/** Dwellings at every site that nobody lives in or waits for. */
export const freeDwellings = queryOptions({
  queryKey: ['get', '/v1/units', { free: true, everywhere: true }],
  queryFn: async ({ signal }) => {
    const pages = await Promise.all(
      free.map((state) =>
        body(client.GET('/v1/units', { params: { query: { state, use: 'dwelling', limit: 100 } }, signal })),
      ),
    );
    return pages.flatMap((p) => p.items);
  },
});

const of = (candidate_id: string) => ({ path: { candidate_id } });
export const protect = (id: string, json: Schemas['ProtectCandidate']) =>
  body(client.POST('/v1/candidates/{candidate_id}/protect', { params: of(id), body: json }));
export const lift = (id: string, json: Schemas['LiftCandidate']) =>
  body(client.POST('/v1/candidates/{candidate_id}/lift-protection', { params: of(id), body: json }));
export const settle = (
  protected_household_id: string,
  json: Schemas['SettleProtected'],
  headers: { 'Idempotency-Key': string },
) =>
  body(
    client.POST('/v1/protected-candidates/{protected_household_id}/settle', {
      params: { path: { protected_household_id } },
      body: json,
      headers,
    }),
  );
