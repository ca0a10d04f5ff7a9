import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { pathTo } from '@/shared/routing/links';
import { PathLink } from '@/shared/routing/PathLink';
import { useMay } from '@/shared/session/session';
import { Section } from '@/shared/ui/Page';
import type { Member, Resident } from '../queries';
import { useT } from '../texts';
import { AddToHousehold } from './AddToHousehold';
import { EndMembership } from './EndMembership';

/** Who lives together. Also stands in the first step of moving in. */
export function Household({ resident }: { resident: Resident }) {
  const t = useT();
  const mayWrite = useMay('residents:write');
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<Member>();
  const { household } = resident;
  const lease = resident.home && !resident.home.planned ? resident.home.tenancy_id : undefined;
  const mayChange = mayWrite && !lease;
  return (
    <Section
      title={t('household.title')}
      actions={
        mayChange && (
          <Button type="button" variant="tertiary" onClick={() => setAdding(true)}>
            {t('household.add')}
          </Button>
        )
      }
    >
      {mayWrite && lease && (
        <p className="flush">
          <PathLink path={pathTo('tenancy', lease) ?? ''}>{t('household.onLease')}</PathLink>
        </p>
      )}
      {household ? (
        <ul className="lines">
          {household.members.map((m) => (
            <li key={m.id}>
              <span className="line-main">
                {m.resident_id === resident.id ? (
                  <bdi>{m.name}</bdi>
                ) : (
                  <PathLink path={pathTo('resident', m.resident_id) ?? ''}>
                    <bdi>{m.name}</bdi>
                  </PathLink>
                )}
                <span className="muted line-sub">
                  {t(`household.relation.${m.relation}`)} · {t(`age.${m.age_band}`)}
                </span>
              </span>
              {mayChange && household.members.length > 1 && (
                <Button
                  type="button"
                  variant="tertiary"
                  data-color="neutral"
                  aria-label={`${t('household.leave')}: ${m.name}`}
                  onClick={() => setLeaving(m)}
                >
                  {t('household.leave')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      ) : (
        <p className="muted flush">{t('household.alone')}</p>
      )}
      {adding && <AddToHousehold resident={resident} onClose={() => setAdding(false)} />}
      {leaving && household && (
        <EndMembership householdId={household.id} member={leaving} onClose={() => setLeaving(undefined)} />
      )}
    </Section>
  );
}
