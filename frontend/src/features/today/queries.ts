import { queryOptions } from '@tanstack/react-query';
import { body, client, type Schemas } from '@/shared/api/client';

export type TodaySection = Schemas['TodayView']['sections'][number];
export type TodayLine = TodaySection['lines'][number];

export const today = queryOptions({
  queryKey: ['get', '/v1/today'],
  queryFn: ({ signal }) => body(client.GET('/v1/today', { signal })),
  staleTime: 30_000,
});
