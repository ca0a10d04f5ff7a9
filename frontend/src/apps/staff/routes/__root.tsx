import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, Outlet, retainSearchParams } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { idValue } from '@/shared/routing/search';

export const Route = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  validateSearch: z.object({ sted: idValue() }),
  search: { middlewares: [retainSearchParams(['sted'])] },
  component: Outlet,
});
