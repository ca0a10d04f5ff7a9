import { infiniteQueryOptions, keepPreviousData, type QueryKey } from '@tanstack/react-query';

export interface Page<T> {
  items: T[];
  next?: string | null;
}
/** Options for `useInfiniteQuery` over a list with `{items, next}`; keep the path as second part of the key so that live events find it. */
export const keyset = <T>(
  queryKey: QueryKey,
  fetchPage: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<T>>,
) =>
  infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam, signal }) => fetchPage(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: Page<T>) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  });
