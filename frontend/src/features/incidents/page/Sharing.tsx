import { Button } from '@digdir/designsystemet-react';
import type { Schemas } from '@/shared/api/client';
import { useMay } from '@/shared/session/session';
import { Section } from '@/shared/ui/Page';
import { useT } from '../texts';
import type { Open } from './Dialogs';

const partners = ['landlord', 'nav'] as const;

/** Who besides the district sees the case, and what; sharing and ending it. */
export function Sharing({
  incident,
  onOpen,
}: {
  incident: Schemas['IncidentCare'];
  onOpen: (what: Open) => void;
}) {
  const t = useT();
  const mayShare = useMay('incidents:edit');
  return (
    <Section title={t('share.section')}>
      <ul className="plain-list case-lines">
        {partners.map((partner) => {
          const sees = incident.shared_with.includes(partner);
          const why = sees ? t('share.navSees') : mayShare && t(`share.${partner}No`);
          const detail = partner === 'landlord' && sees ? incident.building_note : why;
          return (
            <li key={partner}>
              <span className="case-line-main">
                <strong>{t(`audience.${partner}`)}</strong>{' '}
                <span className="muted">{t(sees ? 'share.sees' : 'share.seesNot')}</span>
                {detail && <bdi className="case-sub">{detail}</bdi>}
              </span>
              {mayShare && (
                <span className="case-acts">
                  {(!sees || partner === 'landlord') && (
                    <Button
                      type="button"
                      variant={sees ? 'tertiary' : 'secondary'}
                      aria-label={t(sees ? 'share.changeNote' : `share.with.${partner}`)}
                      onClick={() => onOpen({ kind: 'share', partner })}
                    >
                      {t(sees ? 'action.edit' : 'share.do')}
                    </Button>
                  )}
                  {sees && (
                    <Button
                      type="button"
                      variant="tertiary"
                      aria-label={t(`share.endWith.${partner}`)}
                      onClick={() => onOpen({ kind: 'unshare', partner })}
                    >
                      {t('share.end')}
                    </Button>
                  )}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
