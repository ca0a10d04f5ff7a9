import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { body, client, type Schemas } from '@/shared/api/client';

export type OwnActivity = Schemas['OwnActivity'];
const path = '/v1/portal/activities';

export const myWeeks = queryOptions({
  queryKey: ['get', path],
  queryFn: ({ signal }) => body(client.GET(path, { signal })),
});

export type Wish = 'sign-up' | 'withdraw';
const send = (id: string, wish: Wish) => {
  const params = { path: { activity_id: id } };
  return wish === 'sign-up'
    ? body(client.POST('/v1/portal/activities/{activity_id}/sign-up', { params }))
    : body(client.POST('/v1/portal/activities/{activity_id}/withdraw', { params }));
};

/** The answer takes its place at once; what it did to the others comes after. */
export function useWish(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (wish: Wish) => send(id, wish),
    onSuccess: (saved) => {
      queryClient.setQueryData(myWeeks.queryKey, (old) =>
        old ? { items: old.items.map((one) => (one.id === saved.id ? saved : one)) } : old,
      );
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: myWeeks.queryKey }),
  });
}
