import { Button } from '@digdir/designsystemet-react';
import { ShieldLockIcon } from '@navikt/aksel-icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DescriptionList, Section } from '@/shared/ui/Page';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import { StatusTag } from '@/shared/ui/Tag';
import { Timeline } from '@/shared/ui/Timeline';
import { useT } from '../texts';
import { LiftProtection } from './LiftProtection';
import { protection } from './queries';
import { SetProtection } from './SetProtection';

interface Props {
  residentId: string;
  name: string;
  /** The person may no longer be shown to me: leave the page. */
  onHidden: () => void;
}
export function Protection(props: Props) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <Section
      title={t('protection.title')}
      actions={
        open && (
          <Button
            type="button"
            variant="tertiary"
            aria-label={`${t('identifiers.close')}: ${t('protection.title')}`}
            onClick={() => setOpen(false)}
          >
            {t('identifiers.close')}
          </Button>
        )
      }
    >
      {open ? (
        <Inside {...props} />
      ) : (
        <div className="door">
          <p className="muted">{t('protection.door')}</p>
          <Button
            type="button"
            variant="secondary"
            aria-label={`${t('protection.open')}: ${t('protection.title')}`}
            onClick={() => setOpen(true)}
          >
            <ShieldLockIcon aria-hidden />
            {t('protection.open')}
          </Button>
        </div>
      )}
    </Section>
  );
}

function Inside({ residentId, name, onHidden }: Props) {
  const t = useT();
  const query = useQuery(protection(residentId));
  const [dialog, setDialog] = useState<'set' | 'lift'>();
  if (query.isPending) return <LoadingState lines={3} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const now = query.data;
  const hidden = now.grade !== 'none';
  return (
    <div className="stack">
      <DescriptionList
        items={[
          {
            term: t('protection.grade'),
            value: <StatusTag tone={hidden ? 'danger' : 'neutral'}>{t(`protection.${now.grade}`)}</StatusTag>,
          },
          {
            term: t('protection.guardians'),
            value: now.guardians.length > 0 && (
              <ul className="plain-list">
                {now.guardians.map((g) => (
                  <li key={g.id}>
                    <bdi>{g.name}</bdi>
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      {now.decisions.length > 0 && (
        <Timeline
          label={t('protection.decisions')}
          entries={now.decisions.map((d, i) => ({
            id: `${d.at}-${i}`,
            at: d.at,
            title: t(`protection.${d.grade}`),
            who: d.decided_by,
            body: <bdi>{d.reason}</bdi>,
          }))}
        />
      )}
      <div className="actions">
        <Button type="button" variant="secondary" onClick={() => setDialog('set')}>
          {hidden ? t('protection.change') : t('protection.set')}
        </Button>
        {hidden && (
          <Button type="button" variant="secondary" onClick={() => setDialog('lift')}>
            {t('protection.lift')}
          </Button>
        )}
      </div>
      {dialog === 'set' && (
        <SetProtection
          residentId={residentId}
          name={name}
          now={now}
          onClose={() => setDialog(undefined)}
          onHidden={onHidden}
        />
      )}
      {dialog === 'lift' && (
        <LiftProtection residentId={residentId} name={name} now={now} onClose={() => setDialog(undefined)} />
      )}
    </div>
  );
}
