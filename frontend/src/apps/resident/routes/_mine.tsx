import { createFileRoute, redirect } from '@tanstack/react-router';
import { ApiError } from '@/shared/api/problem';
import { sessionQuery } from '@/shared/session/session';

/** Pages of one's own: without a session on this phone the way leads to the code. */
export const Route = createFileRoute('/_mine')({
  beforeLoad: async ({ context }) => {
    try {
      const session = await context.queryClient.ensureQueryData(sessionQuery);
      if (session.kind === 'resident') return;
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 401) throw error;
    }
    throw redirect({ to: '/aktiver' });
  },
});
