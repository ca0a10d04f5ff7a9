import { queryOptions } from '@tanstack/react-query';
import { body, client, type Schemas } from '@/shared/api/client';
import type { HelperKind } from '@/shared/words/values';

export type Colleague = Schemas['Colleague'];

/** One line per membership: somebody with two roles stands here twice. */
export const colleagues = queryOptions({
  queryKey: ['get', '/v1/colleagues'],
  queryFn: ({ signal }) => body(client.GET('/v1/colleagues', { signal })),
  staleTime: 10 * 60_000,
});

/** The kind of help is the role that its helper must hold. */
export const fitting = (items: readonly Colleague[], kind: HelperKind): Colleague[] =>
  items.filter((c) => c.role === kind);
