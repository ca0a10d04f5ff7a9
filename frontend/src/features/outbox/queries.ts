import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { body, client, type Schemas } from '@/shared/api/client';
import { keyset } from '@/shared/api/keyset';

export type Mail = Schemas['MailView'];
export type MailState = Schemas['MailState'];

export const outbox = (state: MailState | undefined) =>
  keyset<Mail>(['get', '/v1/outbox', { state }], (cursor, signal) =>
    body(client.GET('/v1/outbox', { params: { query: { state, cursor, limit: 50 } }, signal })),
  );

export const mailChoice = queryOptions({
  queryKey: ['get', '/v1/notifications/mail'],
  queryFn: ({ signal }) => body(client.GET('/v1/notifications/mail', { signal })),
});

export function useChooseMail() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (email: string | null) => body(client.PUT('/v1/notifications/mail', { body: { email } })),
    onSuccess: (chosen) => queryClient.setQueryData(mailChoice.queryKey, chosen),
  });
}
