import '@/shared/theme/designsystem.css';
import '@/shared/theme/base.css';
import '@/shared/ui/ui.css';
import '@/shared/ui/forms.css';
import './shell/shell.css';
import { registerSW } from 'virtual:pwa-register';
import { createRouter, RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createAppQueryClient } from '@/shared/api/queryClient';
import { startLanguages } from '@/shared/i18n';
import { appLocales } from '@/shared/i18n/locales';
import { forgetAnswers, keepAnswers } from '@/shared/offline/keepAnswers';
import { keepUsedAssets } from '@/shared/offline/keepUsedAssets';
import { AppProviders } from '@/shared/ui/AppProviders';
import { routeTree } from './routeTree.gen';
import { Failed, NotFound, Pending } from './shell/fallbacks';
import { keptPaths, startSending } from './shell/offline';

const queryClient = createAppQueryClient(() => {
  queryClient.clear();
  void forgetAnswers();
  void router.navigate({ to: '/aktiver' });
});
const router = createRouter({
  routeTree,
  basepath: '/',
  context: { queryClient },
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: Failed,
  defaultNotFoundComponent: NotFound,
  defaultPendingComponent: Pending,
});
registerSW({ immediate: true });
void keepUsedAssets();

await Promise.all([
  keepAnswers(queryClient, keptPaths),
  startLanguages({
    available: appLocales.portal,
    storageKey: 'bomiljo.locale',
    followBrowser: true,
    loaders: {
      nb: () => import('virtual:texts/portal/nb'),
      en: () => import('virtual:texts/portal/en'),
      uk: () => import('virtual:texts/portal/uk'),
      ar: () => import('virtual:texts/portal/ar'),
    },
  }),
]);
startSending(queryClient);
const root = document.getElementById('root');
if (!root) throw new Error('#root missing');
createRoot(root).render(
  <StrictMode>
    <AppProviders queryClient={queryClient}>
      <RouterProvider router={router} />
    </AppProviders>
  </StrictMode>,
);
