import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from './problem';

/** Server state only. `onSignedOut` is told once a request comes back 401 while somebody was signed in. */
export function createAppQueryClient(onSignedOut: () => void = () => undefined): QueryClient {
  const check = (error: unknown, ownWay: boolean) => {
    if (!ownWay && error instanceof ApiError && error.status === 401) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError: (e, query) => check(e, query.meta?.signedOutIsFine === true) }),
    mutationCache: new MutationCache({
      onError: (e, _v, _c, m) => check(e, m.meta?.signedOutIsFine === true),
    }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (n, e) => n < 2 && !(e instanceof ApiError && e.status < 500),
        // our own states tell about a missing network; a paused query would show a skeleton for ever
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
}
