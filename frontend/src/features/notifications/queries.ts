import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { body, client, type Schemas } from '@/shared/api/client';

export type Notification = Schemas['NotificationView'];

export const notifications = queryOptions({
  queryKey: ['get', '/v1/notifications'],
  queryFn: ({ signal }) => body(client.GET('/v1/notifications', { signal })),
  staleTime: 60_000,
});

export function useMarkRead() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      body(
        client.POST('/v1/notifications/{notification_id}/read', {
          params: { path: { notification_id: id } },
        }),
      ),
    onSettled: () => queryClient.invalidateQueries({ queryKey: notifications.queryKey }),
  });
}

export function useMarkAllRead() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => body(client.POST('/v1/notifications/read-all')),
    onSettled: () => queryClient.invalidateQueries({ queryKey: notifications.queryKey }),
  });
}
