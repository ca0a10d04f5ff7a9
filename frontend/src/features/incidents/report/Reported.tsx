import { Button } from '@digdir/designsystemet-react';
import { CheckmarkCircleIcon } from '@navikt/aksel-icons';
import { useEffect, useRef } from 'react';
import type { Pictures } from '@/shared/media/usePictures';
import { pathTo } from '@/shared/routing/links';
import { PathLink } from '@/shared/routing/PathLink';
import { useMay } from '@/shared/session/session';
import { PageHeader } from '@/shared/ui/Page';
import { useT } from '../texts';
import { useSending } from '../useSending';
import { WhomToRing } from '../WhomToRing';
import { PictureProgress } from './PictureProgress';
import type { Sent } from './ReportForm';

interface Props {
  sent: Sent;
  pictures: Pictures;
  onAnother: () => void;
}
/** The number, whom to ring, what happens now; the pictures are on their way meanwhile. */
export function Reported({ sent: { reported, sharePictures }, pictures, onAnother }: Props) {
  const t = useT();
  const mayRead = useMay('incidents:read');
  const heading = useRef<HTMLDivElement>(null);
  useEffect(() => {
    heading.current?.querySelector('h1')?.focus();
  }, []);
  const { again, busy } = useSending({
    incidentId: reported.id,
    audience: sharePictures ? 'partners' : undefined,
    pictures,
    wanted: () => true,
  });
  const path = pathTo('incident', reported.id) ?? '/hendelser';
  const acute = reported.severity === 'acute';
  return (
    <div className="reported" ref={heading}>
      <PageHeader
        title={t('reported.title', { number: reported.number })}
        lead={
          <bdi>
            {reported.title}
            {reported.unit && ` · ${reported.unit.label}`}
          </bdi>
        }
      />
      {acute && (
        <section className="ring-box" aria-labelledby="reported-ring">
          <h2 className="ring-title" id="reported-ring">
            {t('ring.first')}
          </h2>
          <WhomToRing contacts={reported.on_call} first={reported.responsible} emergency />
        </section>
      )}
      {pictures.list.length > 0 && <PictureProgress pictures={pictures} busy={busy} onRetry={again} />}
      <section>
        <h2 className="section-title">
          <CheckmarkCircleIcon aria-hidden /> {t('reported.now')}
        </h2>
        <ul className="reported-next">
          {acute && <li>{t('reported.alarm')}</li>}
          <li>
            {t(reported.responsible === 'landlord' ? 'reported.landlord' : 'reported.district', {
              number: reported.number,
            })}
          </li>
          {reported.shared_with.includes('landlord') && <li>{t('reported.landlordSees')}</li>}
          {mayRead && <li>{t('reported.follow')}</li>}
        </ul>
      </section>
      <div className="actions actions-large">
        {mayRead && (
          <PathLink path={path} className="ds-button report-open">
            {t('reported.open')}
          </PathLink>
        )}
        <Button type="button" variant="secondary" disabled={busy} onClick={onAnother}>
          {t('reported.another')}
        </Button>
      </div>
    </div>
  );
}
