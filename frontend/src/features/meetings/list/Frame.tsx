import { PlusIcon } from '@navikt/aksel-icons';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PathLink } from '@/shared/routing/PathLink';
import { useMay } from '@/shared/session/session';
import { PageHeader } from '@/shared/ui/Page';
import { useT } from '../texts';
import '../meetings.css';

const views = ['/moter', '/moter/rekker', '/moter/oppfolging', '/moter/sporsmal'] as const;
type View = (typeof views)[number];

/** The room's four lists under one heading. */
export function Frame({ view, children }: { view: View; children: ReactNode }) {
  const t = useT();
  const mayWrite = useMay('meetings:write');
  return (
    <>
      <PageHeader
        title={t(`meetings.view.${view}`)}
        actions={
          mayWrite && (
            <>
              <PathLink path="/moter/ny" className="ds-button">
                <PlusIcon aria-hidden />
                {t('meetings.new')}
              </PathLink>
              <PathLink path="/moter/ny-rekke" className="ds-button meet-second">
                {t('series.new')}
              </PathLink>
            </>
          )
        }
      />
      <nav aria-label={t('meetings.which')} className="meet-views">
        <ul className="plain-list">
          {views.map((v) => (
            <li key={v}>
              <Link
                to={v}
                className="meet-view"
                activeProps={{ 'aria-current': undefined }}
                data-here={v === view}
                aria-current={v === view ? 'page' : undefined}
              >
                {t(`meetings.tab.${v}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </>
  );
}
