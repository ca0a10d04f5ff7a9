import { createFileRoute, Outlet, redirect } from '@tanstack/react-router';
import { ApiError } from '@/shared/api/problem';
import { sessionQuery } from '@/shared/session/session';
import { Shell } from '../shell/Shell';

export const Route = createFileRoute('/_app')({
  beforeLoad: async ({ context, location }) => {
    try {
      const session = await context.queryClient.ensureQueryData(sessionQuery);
      if (session.kind === 'staff') return;
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 401) throw error;
    }
    throw redirect({ to: '/logg-inn', search: { til: location.href } });
  },
  component: () => (
    <Shell>
      <Outlet />
    </Shell>
  ),
});
