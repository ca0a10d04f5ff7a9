import { Link } from '@tanstack/react-router';
import { useSite } from '@/shared/session/session';
import { useT } from './texts';

/** Between the directory and the map of a site. */
export function Tabs({ siteId }: { siteId?: string }) {
  const t = useT();
  const { site } = useSite();
  const to = siteId ?? site?.id;
  return (
    <nav aria-label={t('directory.views')}>
      <ul className="plain-list contact-tabs">
        <li>
          <Link to="/kontakter" activeOptions={{ exact: true, includeSearch: false }} className="contact-tab">
            {t('directory.list')}
          </Link>
        </li>
        {to && (
          <li>
            <Link
              to="/kontakter/ansvar/$siteId"
              params={{ siteId: to }}
              activeOptions={{ includeSearch: false }}
              className="contact-tab"
            >
              {t('map.title')}
            </Link>
          </li>
        )}
      </ul>
    </nav>
  );
}
