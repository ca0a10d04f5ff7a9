import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { body, client, type Schemas } from '@/shared/api/client';
import { keyset } from '@/shared/api/keyset';
import type { paths } from '@/shared/api/schema.gen';
import { refresh } from '@/shared/live/useLiveEvents';

export type ListedMeeting = Schemas['ListedMeeting'];
export type Meeting = Schemas['MeetingView'];
export type AgendaItem = Schemas['AgendaItemView'];
export type MinutesVersion = Schemas['MinutesView'];
export type Participant = Schemas['ParticipantView'];
export type Action = Schemas['ActionView'];
export type ListedAction = Schemas['ListedAction'];
export type Question = Schemas['QuestionView'];
export type ListedQuestion = Schemas['ListedQuestion'];
export type Proposal = Schemas['ProposalView'];
export type Series = Schemas['SeriesView'];
export type Service = Schemas['OrganisationKind'];
type Filter<P extends '/v1/meetings' | '/v1/meeting-actions' | '/v1/open-questions'> = Omit<
  NonNullable<paths[P]['get']['parameters']['query']>,
  'cursor' | 'limit'
>;
export type MeetingFilter = Filter<'/v1/meetings'>;
export type ActionFilter = Filter<'/v1/meeting-actions'>;
export type QuestionFilter = Filter<'/v1/open-questions'>;

export const meetings = (query: MeetingFilter) =>
  keyset<ListedMeeting>(['get', '/v1/meetings', query], (cursor, signal) =>
    body(client.GET('/v1/meetings', { params: { query: { ...query, cursor, limit: 50 } }, signal })),
  );

export const actions = (query: ActionFilter) =>
  keyset<ListedAction>(['get', '/v1/meeting-actions', query], (cursor, signal) =>
    body(client.GET('/v1/meeting-actions', { params: { query: { ...query, cursor, limit: 50 } }, signal })),
  );

export const questions = (query: QuestionFilter) =>
  keyset<ListedQuestion>(['get', '/v1/open-questions', query], (cursor, signal) =>
    body(client.GET('/v1/open-questions', { params: { query: { ...query, cursor, limit: 50 } }, signal })),
  );

export const seriesList = keyset<Series>(['get', '/v1/meeting-series'], (cursor, signal) =>
  body(client.GET('/v1/meeting-series', { params: { query: { cursor, limit: 50 } }, signal })),
);

// Names may stand in it: looked up when the page is opened, never ahead of a click.
export const meeting = (meeting_id: string) =>
  queryOptions({
    queryKey: ['get', '/v1/meetings/{meeting_id}', meeting_id],
    queryFn: ({ signal }): Promise<Meeting> =>
      body(client.GET('/v1/meetings/{meeting_id}', { params: { path: { meeting_id } }, signal })),
    staleTime: 15_000,
  });

export const proposalsFor = (meeting_id: string) =>
  queryOptions({
    queryKey: ['get', '/v1/meetings/{meeting_id}/proposals', meeting_id],
    queryFn: ({ signal }) =>
      body(client.GET('/v1/meetings/{meeting_id}/proposals', { params: { path: { meeting_id } }, signal })),
    staleTime: 15_000,
  });

export const preview = (days: Schemas['SeriesDays']) =>
  queryOptions({
    queryKey: ['preview', '/v1/meeting-series/preview', days],
    queryFn: ({ signal }) => body(client.POST('/v1/meeting-series/preview', { body: days, signal })),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** What a meeting leaves behind stands in several lists; the page itself is what the server just answered. */
export function useKeepMeeting() {
  const queryClient = useQueryClient();
  return (saved: Meeting): void => {
    refresh(queryClient, 'meetings');
    for (const topic of ['meeting-actions', 'open-questions', 'meeting-series']) refresh(queryClient, topic);
    queryClient.setQueryData(meeting(saved.id).queryKey, saved);
  };
}
export function useReloadMeeting(id: string) {
  const queryClient = useQueryClient();
  return () => queryClient.fetchQuery({ ...meeting(id), staleTime: 0 });
}
/** After a change to something that lives on outside its meeting. */
export function useRefreshFollowUp() {
  const queryClient = useQueryClient();
  return (): void => {
    for (const topic of ['meetings', 'meeting-actions', 'open-questions']) refresh(queryClient, topic);
  };
}
