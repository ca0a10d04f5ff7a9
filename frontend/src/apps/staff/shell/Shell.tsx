import { MagnifyingGlassIcon, MenuHamburgerIcon, PersonCircleIcon } from '@navikt/aksel-icons';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Bell } from '@/features/notifications/Bell';
import { GlobalSearch } from '@/features/search/GlobalSearch';
import { useLiveEvents } from '@/shared/live/useLiveEvents';
import { useFocusOnNavigation } from '@/shared/routing/useFocusOnNavigation';
import { useMay, useSession } from '@/shared/session/session';
import { Drawer } from '@/shared/ui/dialogs';
import { Popup } from '@/shared/ui/Popup';
import { OfflineBanner } from '@/shared/ui/states';
import { Toasts } from '@/shared/ui/toasts';
import { useT } from '../texts';
import { InShell } from './fallbacks';
import { Me } from './Me';
import { PlaceLinks } from './PlaceLinks';
import { SiteSwitch } from './SiteSwitch';

type Drawer = 'menu' | 'search';

export function Shell({ children }: { children: ReactNode }) {
  const t = useT();
  const { name } = useSession();
  const mayNotice = useMay('notifications:own');
  const maySearch = useMay('search:use');
  const [drawer, setDrawer] = useState<Drawer>();
  const close = () => setDrawer(undefined);
  useFocusOnNavigation();
  useLiveEvents(mayNotice);
  return (
    <>
      <a className="ds-skip-link" href="#main">
        {t('action.skip')}
      </a>
      <header className="top">
        <Link to="/" className="brand">
          {t('app.name')}
        </Link>
        <SiteSwitch />
        {maySearch && (
          <div className="top-search">
            <GlobalSearch shortcut />
          </div>
        )}
        <div className="top-end">
          {mayNotice && <Bell />}
          <div className="top-me">
            <Popup
              trigger={
                <>
                  <PersonCircleIcon aria-hidden />
                  <bdi>{name}</bdi>
                </>
              }
            >
              {(done) => <Me onDone={done} />}
            </Popup>
          </div>
        </div>
      </header>
      <OfflineBanner />
      <div className="frame">
        <nav aria-label={t('nav.main')} className="rail">
          <ul className="plain-list">
            <PlaceLinks />
          </ul>
        </nav>
        <main id="main" tabIndex={-1}>
          <InShell value={true}>{children}</InShell>
        </main>
      </div>
      <nav aria-label={t('nav.main')} className="bottom">
        <ul className="plain-list">
          <PlaceLinks first={3} />
          {maySearch && (
            <li>
              <button type="button" className="place" onClick={() => setDrawer('search')}>
                <MagnifyingGlassIcon aria-hidden fontSize="1.25rem" />
                <span>{t('nav.search')}</span>
              </button>
            </li>
          )}
          <li>
            <button type="button" className="place" onClick={() => setDrawer('menu')}>
              <MenuHamburgerIcon aria-hidden fontSize="1.25rem" />
              <span>{t('nav.menu')}</span>
            </button>
          </li>
        </ul>
      </nav>
      <Drawer open={drawer === 'menu'} onClose={close} placement="bottom" title={t('nav.menu')}>
        <div className="drawer">
          <nav aria-label={t('nav.menu')}>
            <ul className="plain-list">
              <PlaceLinks onGo={close} />
            </ul>
          </nav>
          <Me onDone={close} />
        </div>
      </Drawer>
      <Drawer open={drawer === 'search'} onClose={close} placement="top" title={t('nav.search')}>
        <GlobalSearch onDone={close} />
      </Drawer>
      <Toasts />
    </>
  );
}
