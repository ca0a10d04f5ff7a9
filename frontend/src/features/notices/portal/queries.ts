import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { body, client, type Schemas } from '@/shared/api/client';
import { keyset } from '@/shared/api/keyset';

export type Notice = Schemas['NoticeView'];
export type Channel = Schemas['Channel'];

const path = '/v1/portal/notices';

const page = (cursor: string | undefined, signal: AbortSignal) =>
  body(client.GET(path, { params: { query: { cursor } }, signal }));

export const myNotices = keyset(['get', path], page);

/** How many are unread, without the list that is shown on their page. */
export const unreadNotices = queryOptions({
  queryKey: ['get', path, 'unread'],
  queryFn: async ({ signal }) =>
    (await body(client.GET(path, { params: { query: { limit: 1 } }, signal }))).unread,
});

export function useMarkAllSeen() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => body(client.POST('/v1/portal/notices/read-all')),
    onSuccess: () => queryClient.setQueryData(unreadNotices.queryKey, 0),
  });
}

export const myChannels = queryOptions({
  queryKey: ['get', '/v1/portal/channels'],
  queryFn: ({ signal }) => body(client.GET('/v1/portal/channels', { signal })),
});

export function useChooseChannels() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (channels: Channel[]) => body(client.PUT('/v1/portal/channels', { body: { channels } })),
    onSuccess: (chosen) => queryClient.setQueryData(myChannels.queryKey, chosen),
  });
}
