import { queryOptions } from '@tanstack/react-query';
import { body, client, type Schemas } from '@/shared/api/client';
import { ApiError } from '@/shared/api/problem';

export type DemoAccount = Schemas['DemoAccount'];

export const signIn = (given: Schemas['SignIn']) => body(client.POST('/v1/auth/sign-in', { body: given }));

/** Empty outside demo mode, where the address does not exist. */
export const demoAccounts = queryOptions({
  queryKey: ['get', '/v1/demo/accounts'],
  queryFn: async ({ signal }): Promise<DemoAccount[]> => {
    try {
      return (await body(client.GET('/v1/demo/accounts', { signal }))).items;
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) return [];
      throw error;
    }
  },
  staleTime: Number.POSITIVE_INFINITY,
  meta: { signedOutIsFine: true },
});
