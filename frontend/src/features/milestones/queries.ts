import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { body, client, type Schemas } from '@/shared/api/client';
import { keyset } from '@/shared/api/keyset';
import type { paths } from '@/shared/api/schema.gen';
import { refresh } from '@/shared/live/useLiveEvents';

export type Milestone = Schemas['MilestoneView'];
export type MilestoneRow = Schemas['MilestoneRow'];
export type MilestoneStep = Schemas['StepView'];
export type MilestoneFilter = Omit<
  NonNullable<paths['/v1/milestones']['get']['parameters']['query']>,
  'cursor' | 'limit'
>;

export const template = queryOptions({
  queryKey: ['get', '/v1/milestone-steps'],
  queryFn: ({ signal }) => body(client.GET('/v1/milestone-steps', { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

export const milestoneLine = (resident_id: string) =>
  queryOptions({
    queryKey: ['get', '/v1/residents/{resident_id}/milestones', resident_id],
    queryFn: ({ signal }) =>
      body(
        client.GET('/v1/residents/{resident_id}/milestones', { params: { path: { resident_id } }, signal }),
      ),
    refetchOnWindowFocus: false,
  });

export const milestones = (query: MilestoneFilter) =>
  keyset<MilestoneRow>(['get', '/v1/milestones', query], (cursor, signal) =>
    body(client.GET('/v1/milestones', { params: { query: { ...query, cursor, limit: 50 } }, signal })),
  );

export const waitingTimes = (site_id: string) =>
  queryOptions({
    queryKey: ['get', '/v1/sites/{site_id}/waiting-times', site_id],
    queryFn: ({ signal }) =>
      body(client.GET('/v1/sites/{site_id}/waiting-times', { params: { path: { site_id } }, signal })),
  });

export const beginLine = (resident_id: string, json: Schemas['BeginMilestones']) =>
  body(
    client.POST('/v1/residents/{resident_id}/milestones', { params: { path: { resident_id } }, body: json }),
  );
export const editMilestone = (resident_id: string, milestone_id: string, json: Schemas['EditMilestone']) =>
  body(
    client.PATCH('/v1/residents/{resident_id}/milestones/{milestone_id}', {
      params: { path: { resident_id, milestone_id } },
      body: json,
    }),
  );

/** One step moves others: the settlement date starts clocks, a done step frees the next. */
export function useRefreshMilestones() {
  const queryClient = useQueryClient();
  return () => {
    for (const topic of ['milestones', 'residents', 'sites']) refresh(queryClient, topic);
  };
}
