import { Button } from '@digdir/designsystemet-react';
import { BellIcon, XMarkIcon } from '@navikt/aksel-icons';
import { joined } from '@/shared/format/joined';
import { pathTo } from '@/shared/routing/links';
import { PathLink } from '@/shared/routing/PathLink';
import { useT } from '../texts';
import { placeOf, useCaseName } from '../words';
import type { News } from './useNews';

/** Lies over the page, so that nothing under the finger moves: an acute case aloud and in sight, others softly. */
export function Announce({ news: { ids, acute, dismiss } }: { news: News }) {
  const t = useT();
  const name = useCaseName();
  return (
    <>
      <span className="sr-only" role="status">
        {ids.size > 0 && t('incidents.arrived', { count: ids.size })}
      </span>
      <div className="news" role="alert">
        {acute.length > 0 && (
          <div className="news-acute">
            <BellIcon aria-hidden fontSize="1.5rem" />
            <span className="news-text">
              <strong>{t('incidents.acuteArrived')}</strong>
              {acute.map((i) => (
                <PathLink key={i.id} path={pathTo('incident', i.id) ?? '/hendelser'}>
                  <bdi>{joined(i.number, name(i), placeOf(i))}</bdi>
                </PathLink>
              ))}
            </span>
            <Button
              type="button"
              icon
              variant="tertiary"
              data-color="neutral"
              aria-label={t('action.close')}
              onClick={dismiss}
            >
              <XMarkIcon aria-hidden />
            </Button>
          </div>
        )}
      </div>
    </>
  );
}
