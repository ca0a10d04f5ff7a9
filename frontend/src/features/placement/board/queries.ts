import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { body, client, type Schemas } from '@/shared/api/client';
import { ApiError } from '@/shared/api/problem';
import { refresh as live } from '@/shared/live/useLiveEvents';
import { toastError } from '@/shared/ui/toasts';
import { useRefreshPlacement } from '../queries';

export type BoardData = Schemas['BoardView'];
export type HouseholdCard = Schemas['HouseholdCard'];
export type FreeUnit = Schemas['FreeUnit'];
export type Alternative = Schemas['AlternativeView'];
export type BoardWarning = Schemas['WarningView'];
export type Share = Schemas['ShareView'];
export type Load = Schemas['HelperLoad'];
export type Band = Schemas['BandView'];
export type Measure = Schemas['Measure'];
type Ref = Schemas['AlternativeRef'];

export const measures = [
  'age',
  'kind',
  'language',
  'requirement',
  'support',
] as const satisfies readonly Measure[];

// Facts about people stand on it: looked up when the table is opened, never ahead of a click.
export const board = (site_id: string) =>
  queryOptions({
    queryKey: ['get', '/v1/placement/board', site_id],
    queryFn: ({ signal }) =>
      body(client.GET('/v1/sites/{site_id}/placement-board', { params: { path: { site_id } }, signal })),
    refetchOnWindowFocus: false,
  });

export const packages = queryOptions({
  queryKey: ['get', '/v1/furnishing/packages'],
  queryFn: ({ signal }) => body(client.GET('/v1/furnishing/packages', { signal })),
});

const at = (alternative_id: string) => ({ path: { alternative_id } });

export const begin = (
  json: Schemas['NewAlternative'],
  headers: { 'Idempotency-Key': string },
): Promise<Ref> => body(client.POST('/v1/placement-alternatives', { body: json, headers }));
export const rename = (id: string, json: Schemas['EditAlternative']): Promise<Ref> =>
  body(client.PATCH('/v1/placement-alternatives/{alternative_id}', { params: at(id), body: json }));
export const discard = (id: string, version: number) =>
  body(
    client.POST('/v1/placement-alternatives/{alternative_id}/discard', { params: at(id), body: { version } }),
  );
export const place = (id: string, json: Schemas['PlaceHousehold']): Promise<Ref> =>
  body(client.PUT('/v1/placement-alternatives/{alternative_id}/placements', { params: at(id), body: json }));
export const suggest = (id: string, version: number): Promise<Ref> =>
  body(
    client.POST('/v1/placement-alternatives/{alternative_id}/suggest', { params: at(id), body: { version } }),
  );
export const choose = (id: string, json: Schemas['ChooseAlternative']): Promise<Ref> =>
  body(client.POST('/v1/placement-alternatives/{alternative_id}/choose', { params: at(id), body: json }));
export const release = (id: string, version: number): Promise<Ref> =>
  body(
    client.POST('/v1/placement-alternatives/{alternative_id}/release', { params: at(id), body: { version } }),
  );
export const setHelpers = (id: string, json: Schemas['PlanHelpers']): Promise<Ref> =>
  body(
    client.PUT('/v1/placement-alternatives/{alternative_id}/planned-helpers', { params: at(id), body: json }),
  );
export const commit = (
  id: string,
  json: Schemas['CommitPlan'],
  headers: { 'Idempotency-Key': string },
): Promise<Ref> =>
  body(
    client.POST('/v1/placement-alternatives/{alternative_id}/commit', {
      params: at(id),
      body: json,
      headers,
    }),
  );
export const setBands = (json: Schemas['SetBands']) =>
  body(client.PUT('/v1/placement-bands', { body: json }));

export function useRefreshBoard(siteId: string) {
  const queryClient = useQueryClient();
  const refresh = useRefreshPlacement();
  return async (): Promise<void> => {
    refresh();
    for (const topic of ['residents', 'tenancies', 'units']) live(queryClient, topic);
    live(queryClient, 'sites');
    await queryClient.invalidateQueries({ queryKey: board(siteId).queryKey });
  };
}

export type Step =
  | { what: 'place'; household: string; unit: string | null }
  | { what: 'suggest' }
  | { what: 'release' };

/** One step on the table; a refusal shows what others have done meanwhile. */
export function useStep(siteId: string, alternative: Alternative | undefined) {
  const refresh = useRefreshBoard(siteId);
  return useMutation({
    mutationFn: async (step: Step): Promise<void> => {
      if (!alternative) return;
      const { id, version } = alternative;
      if (step.what === 'suggest') await suggest(id, version);
      else if (step.what === 'release') await release(id, version);
      else await place(id, { version, candidate_household_id: step.household, unit_id: step.unit });
      await refresh();
    },
    onError: (error) => {
      toastError(error);
      if (error instanceof ApiError) void refresh();
    },
  });
}
