import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useMay } from '@/shared/session/session';
import { Section } from '@/shared/ui/Page';
import { PhoneLink } from '@/shared/ui/PhoneLink';
import type { Resident } from '../queries';
import { useT } from '../texts';
import { EditContactPoints } from './EditContactPoints';

export function ContactPoints({ resident }: { resident: Resident }) {
  const t = useT();
  const mayWrite = useMay('residents:write');
  const [editing, setEditing] = useState(false);
  return (
    <Section
      title={t('contacts.title')}
      actions={
        mayWrite && (
          <Button
            type="button"
            variant="tertiary"
            aria-label={`${t('action.edit')}: ${t('contacts.title')}`}
            onClick={() => setEditing(true)}
          >
            {t('action.edit')}
          </Button>
        )
      }
    >
      {resident.contact_points.length === 0 && <p className="muted flush">{t('contacts.none')}</p>}
      <ul className="lines">
        {resident.contact_points.map((c) => (
          <li key={c.id}>
            <span className="line-main">
              {c.kind === 'phone' ? (
                <PhoneLink number={c.value} className="ds-link tap" />
              ) : (
                <a className="ds-link" href={`mailto:${c.value}`}>
                  <bdi>{c.value}</bdi>
                </a>
              )}
            </span>
            {c.note && <bdi className="muted">{c.note}</bdi>}
          </li>
        ))}
      </ul>
      {editing && <EditContactPoints resident={resident} onClose={() => setEditing(false)} />}
    </Section>
  );
}
