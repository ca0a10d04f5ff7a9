import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactNode, Suspense } from 'react';
import { createAppQueryClient } from '@/shared/api/queryClient';
import { AppProviders } from '@/shared/ui/AppProviders';

/** Renders inside providers and a router in memory; `where()` tells where a link led. */
export function renderPage(ui: ReactNode, path = '/') {
  const queryClient = createAppQueryClient();
  queryClient.setDefaultOptions({ queries: { retry: false, networkMode: 'always' } });
  const root = createRootRoute();
  const page = () => <Suspense fallback={null}>{ui}</Suspense>;
  const routeTree = root.addChildren([
    createRoute({ getParentRoute: () => root, path: '/', component: page }),
    createRoute({ getParentRoute: () => root, path: '/$', component: page }),
  ]);
  const router = createRouter({ routeTree, history: createMemoryHistory({ initialEntries: [path] }) });
  render(
    <AppProviders queryClient={queryClient}>
      <RouterProvider router={router as never} />
    </AppProviders>,
  );
  return { user: userEvent.setup(), queryClient, where: () => router.state.location.href };
}
