import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { body, client, type Schemas } from '@/shared/api/client';
import type { paths } from '@/shared/api/schema.gen';

export type Happening = Schemas['HappeningView'];
export type Mark = Schemas['MarkView'];
export type CulturalDay = Schemas['CulturalDayView'];
export type Feed = Schemas['FeedView'];
export type NewFeed = Schemas['NewFeed'];
type Query = NonNullable<paths['/v1/calendar']['get']['parameters']['query']>;

export const calendar = (query: Query) =>
  queryOptions({
    queryKey: ['get', '/v1/calendar', query],
    queryFn: ({ signal }) => body(client.GET('/v1/calendar', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });

export const culturalDays = queryOptions({
  queryKey: ['get', '/v1/calendar/days'],
  queryFn: ({ signal }) => body(client.GET('/v1/calendar/days', { signal })),
});

export function useShowDay() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (given: Schemas['ShowDay']) => body(client.PATCH('/v1/calendar/days', { body: given })),
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: culturalDays.queryKey }),
        queryClient.invalidateQueries({ queryKey: ['get', '/v1/calendar'] }),
      ]),
  });
}

export const feeds = queryOptions({
  queryKey: ['get', '/v1/feeds'],
  queryFn: ({ signal }) => body(client.GET('/v1/feeds', { signal })),
});

export function useKeepFeeds() {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: feeds.queryKey });
}

export const makeFeed = (given: NewFeed) => body(client.POST('/v1/feeds', { body: given }));
export const revokeFeed = (feed_id: string) =>
  body(client.POST('/v1/feeds/{feed_id}/revoke', { params: { path: { feed_id } } }));
