import '@fontsource-variable/inter/wght.css';
import '@/shared/theme/designsystem.css';
import '@/shared/theme/base.css';
import '@/shared/ui/ui.css';
import '@/shared/ui/forms.css';
import './shell/shell.css';
import { createRouter, RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createAppQueryClient } from '@/shared/api/queryClient';
import { startLanguages } from '@/shared/i18n';
import { appLocales } from '@/shared/i18n/locales';
import { AppProviders } from '@/shared/ui/AppProviders';
import { routeTree } from './routeTree.gen';
import { Failed, NotFound, Pending } from './shell/fallbacks';

const queryClient = createAppQueryClient(() => {
  const { pathname, href } = router.state.location;
  if (pathname === '/logg-inn') return;
  void router.navigate({ to: '/logg-inn', search: { til: href } }).then(() => queryClient.clear());
});
const router = createRouter({
  routeTree,
  basepath: '/ansatt',
  context: { queryClient },
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: Failed,
  defaultNotFoundComponent: NotFound,
  defaultPendingComponent: Pending,
});

await startLanguages({
  available: appLocales.staff,
  storageKey: 'bomiljo.staff.locale',
  followBrowser: false,
  loaders: { nb: () => import('virtual:texts/staff/nb'), en: () => import('virtual:texts/staff/en') },
});
const root = document.getElementById('root');
if (!root) throw new Error('#root missing');
createRoot(root).render(
  <StrictMode>
    <AppProviders queryClient={queryClient}>
      <RouterProvider router={router} />
    </AppProviders>
  </StrictMode>,
);
