import { Button } from '@digdir/designsystemet-react';
import { EyeIcon } from '@navikt/aksel-icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { pathTo } from '@/shared/routing/links';
import { PathLink } from '@/shared/routing/PathLink';
import { useMay } from '@/shared/session/session';
import { Section } from '@/shared/ui/Page';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import { type Incident, partiesOf } from '../queries';
import { useT } from '../texts';
import { PartyDialog } from './PartyDialog';

/** Who is part of it: behind a door of its own, for opening it is logged with every person shown. */
export function Parties({ incident }: { incident: Incident }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <Section title={t('party.title')}>
      {open ? (
        <Inside incident={incident} />
      ) : (
        <div className="case-door">
          <p className="flush muted">{t('party.door')}</p>
          <Button type="button" variant="secondary" onClick={() => setOpen(true)}>
            <EyeIcon aria-hidden />
            {t('party.open')}
          </Button>
        </div>
      )}
    </Section>
  );
}

function Inside({ incident }: { incident: Incident }) {
  const t = useT();
  const mayWrite = useMay('parties:write');
  const [adding, setAdding] = useState(false);
  const query = useQuery(partiesOf(incident.id));
  if (query.isPending) return <LoadingState lines={2} />;
  if (query.isError && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const { reporter, items } = query.data;
  return (
    <>
      {!reporter && items.length === 0 && <p className="muted flush">{t('party.none')}</p>}
      <ul className="plain-list case-lines">
        {reporter && (
          <li>
            <Person id={reporter.id} name={reporter.name} />
            <span className="muted">{t('party.reporter')}</span>
          </li>
        )}
        {items.map((p) => (
          <li key={p.id}>
            <span className="case-line-main">
              {p.resident ? <Person {...p.resident} /> : <bdi>{p.description}</bdi>}
              {p.resident && p.description && <bdi className="muted case-sub">{p.description}</bdi>}
            </span>
            <span className="muted">{t(`party.role.${p.role}`)}</span>
          </li>
        ))}
      </ul>
      {mayWrite && (
        <Button type="button" variant="tertiary" onClick={() => setAdding(true)}>
          {t('party.add')}
        </Button>
      )}
      {adding && <PartyDialog incident={incident} onClose={() => setAdding(false)} />}
    </>
  );
}

function Person({ id, name }: { id: string; name: string }) {
  return (
    <PathLink path={pathTo('resident', id) ?? '/'}>
      <bdi>{name}</bdi>
    </PathLink>
  );
}
