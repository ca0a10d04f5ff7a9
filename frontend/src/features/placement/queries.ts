import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { body, client, type Schemas } from '@/shared/api/client';
import { keyset } from '@/shared/api/keyset';
import { refresh } from '@/shared/live/useLiveEvents';

export type SettlementRequest = Schemas['RequestView'];
export type CandidateHousehold = Schemas['CandidateHouseholdView'];
export type Candidate = CandidateHousehold['members'][number];
export type Care = Schemas['CareView'];
export type CareCard = Schemas['CareCard'];
/** Neither placed, settled nor withdrawn. */
export const openForPlans = ({ status }: CandidateHousehold): boolean =>
  status === 'requested' || status === 'agreed';
export type Requirement = Schemas['Requirement'];
export type Support = Schemas['Support'];
type Key = { 'Idempotency-Key': string };

export const requirements = [
  'step_free',
  'ground_floor',
  'turning_circle',
  'low_stimuli',
  'visual_alarm',
  'near_relative',
] as const satisfies readonly Requirement[];
export const supports = ['none', 'some', 'high', 'unknown'] as const satisfies readonly Support[];

export const requests = (undone: boolean) =>
  keyset<SettlementRequest>(['get', '/v1/settlement-requests', { undone }], (cursor, signal) =>
    body(client.GET('/v1/settlement-requests', { params: { query: { undone, cursor, limit: 50 } }, signal })),
  );

const at = (request_id: string) => ({ path: { request_id } });

export const request = (request_id: string) =>
  queryOptions({
    queryKey: ['get', '/v1/settlement-requests/{request_id}', request_id],
    queryFn: ({ signal }) =>
      body(client.GET('/v1/settlement-requests/{request_id}', { params: at(request_id), signal })),
  });

export const planOfLease = (tenancy_id: string) =>
  queryOptions({
    queryKey: ['get', '/v1/tenancies/{tenancy_id}/plan', tenancy_id],
    queryFn: ({ signal }) =>
      body(client.GET('/v1/tenancies/{tenancy_id}/plan', { params: { path: { tenancy_id } }, signal })),
  });

// Names stand in it: looked up when the page is opened, never ahead of a click.
export const householdsOf = (request_id: string) =>
  keyset<CandidateHousehold>(['get', '/v1/candidate-households', { request_id }], (cursor, signal) =>
    body(
      client.GET('/v1/candidate-households', {
        params: { query: { request_id, cursor, limit: 100 } },
        signal,
      }),
    ),
  );

export const imdiChecks = queryOptions({
  queryKey: ['get', '/v1/imdi-checks'],
  queryFn: ({ signal }) => body(client.GET('/v1/imdi-checks', { signal })),
});

export const careCards = keyset<CareCard>(['get', '/v1/care'], (cursor, signal) =>
  body(client.GET('/v1/care', { params: { query: { cursor, limit: 50 } }, signal })),
);

export const noteCheck = (found_new: boolean, headers: Key) =>
  body(client.POST('/v1/imdi-checks', { body: { found_new }, headers }));
export const answerRequest = (id: string, json: Schemas['AnswerRequest'], headers: Key) =>
  body(client.POST('/v1/settlement-requests/{request_id}/answer', { params: at(id), body: json, headers }));
export const undoImport = (id: string, version: number) =>
  body(client.POST('/v1/settlement-requests/{request_id}/undo', { params: at(id), body: { version } }));

const of = (candidate_household_id: string) => ({ path: { candidate_household_id } });
export const withdraw = (id: string, json: Schemas['WithdrawCandidate']) =>
  body(
    client.POST('/v1/candidate-households/{candidate_household_id}/withdraw', { params: of(id), body: json }),
  );
export const setNeeds = (id: string, json: Schemas['SetNeeds']) =>
  body(client.PUT('/v1/candidate-households/{candidate_household_id}/needs', { params: of(id), body: json }));

const who = (candidate_id: string) => ({ path: { candidate_id } });
export const openCare = (id: string, purpose: string) =>
  body(client.POST('/v1/candidates/{candidate_id}/care/open', { params: who(id), body: { purpose } }));
export const assessCare = (id: string, json: Schemas['AssessCare']) =>
  body(client.PUT('/v1/candidates/{candidate_id}/care', { params: who(id), body: json }));
export const permitOf = (id: string) =>
  body(client.GET('/v1/candidates/{candidate_id}/permit', { params: who(id) }));

/** Whatever is done to a request or its households shows in the list, the table and I dag. */
export function useRefreshPlacement() {
  const queryClient = useQueryClient();
  return (): void => {
    for (const topic of [
      'settlement-requests',
      'candidate-households',
      'imdi-checks',
      'care',
      'placement',
      'protected-candidates',
    ])
      refresh(queryClient, topic);
  };
}
