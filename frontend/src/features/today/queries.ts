import { queryOptions } from '@tanstack/react-query';
import { body, client, type Schemas } from '@/shared/api/client';

export type TodaySection = Schemas['TodayView']['sections'][number];
export type TodayLine = TodaySection['lines'][number];

export const today = (site?: string) =>
  queryOptions({
    queryKey: ['get', '/v1/today', { site }],
    queryFn: ({ signal }) => body(client.GET('/v1/today', { params: { query: { site } }, signal })),
    staleTime: 30_000,
  });
