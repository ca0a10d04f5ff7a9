import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { body, client } from '@/shared/api/client';
import { useLiveEvents } from '@/shared/live/useLiveEvents';
import { useFocusOnNavigation } from '@/shared/routing/useFocusOnNavigation';
import { sessionQuery } from '@/shared/session/session';
import { LanguageSelect } from '@/shared/ui/choices';
import { OfflineBanner } from '@/shared/ui/states';
import { Toasts } from '@/shared/ui/toasts';
import { useT } from '../texts';
import { bar } from './places';

export function Shell({ children }: { children: ReactNode }) {
  const t = useT();
  const session = useQuery(sessionQuery);
  useFocusOnNavigation();
  useLiveEvents(session.data?.kind === 'resident');
  const tellServer = (language: string) => {
    if (!session.data) return;
    // the phone has the choice already; the server's copy is for letters and messages
    body(client.PUT('/v1/portal/language', { body: { language } })).catch(() => undefined);
  };
  return (
    <>
      <a className="ds-skip-link" href="#main">
        {t('action.skip')}
      </a>
      <header className="top">
        <Link to="/" className="brand">
          {t('app.name')}
        </Link>
        <LanguageSelect onChosen={tellServer} />
      </header>
      <OfflineBanner />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <nav aria-label={t('nav.main')} className="bottom">
        <ul className="plain-list">
          {bar.map(({ to, text, icon: Icon }) => (
            <li key={to}>
              <Link to={to} activeOptions={{ exact: to === '/' }} className="place">
                <Icon aria-hidden className="place-icon" />
                <span>{t(text)}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Toasts />
    </>
  );
}
