import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { body, client, type Schemas, setCsrfToken } from '@/shared/api/client';

export type Session = Schemas['SessionView'];
export type Permission = Session['permissions'][number];

export const sessionQuery = queryOptions({
  queryKey: ['get', '/v1/session'],
  queryFn: async ({ signal }) => {
    const session = await body(client.GET('/v1/session', { signal }));
    setCsrfToken(session.csrf_token ?? undefined);
    return session;
  },
  staleTime: 5 * 60_000,
  meta: { signedOutIsFine: true },
});

/** Inside the signed-in pages, where the route has loaded it. */
export const useSession = (): Session => useSuspenseQuery(sessionQuery).data;

export const may = (session: Session, permission: Permission): boolean =>
  session.permissions.includes(permission);
export function useMay(permission: Permission): boolean {
  return may(useSession(), permission);
}

/** The site chosen in the header, which stands in the address as `sted`. `chosen` is undefined for «all sites». */
export function useSite() {
  const { sites } = useSession();
  const search: { sted?: unknown } = useSearch({ strict: false });
  const chosen = sites.find((s) => s.id === search.sted);
  return { sites, chosen, site: chosen ?? sites[0] };
}

/** Everything cached belongs to the one who was signed in. */
export function useForgetAll(): () => void {
  const queryClient = useQueryClient();
  return () => {
    setCsrfToken(undefined);
    queryClient.clear();
  };
}
