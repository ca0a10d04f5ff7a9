import { Button } from '@digdir/designsystemet-react';
import { PlusIcon } from '@navikt/aksel-icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '@/shared/session/session';
import { Section } from '@/shared/ui/Page';
import { EmptyState, ErrorState, LoadingState } from '@/shared/ui/states';
import { type Package, packages } from '../queries';
import { byRoom } from '../steps';
import { useT } from '../texts';
import { EditPackage } from './EditPackage';
import './packages.css';

export function Packages() {
  const t = useT();
  const query = useQuery(packages);
  const mayWrite = useMay('furnishing:write');
  const [editing, setEditing] = useState<Package | 'new'>();
  if (query.isPending) return <LoadingState />;
  if (!query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const close = () => setEditing(undefined);
  const { items } = query.data;
  if (editing) return <EditPackage present={editing === 'new' ? undefined : editing} onClose={close} />;
  return (
    <div className="stack packages">
      <div className="row">
        <p className="muted flush packages-lead">{t('packages.lead')}</p>
        {mayWrite && (
          <Button type="button" variant="secondary" onClick={() => setEditing('new')}>
            <PlusIcon aria-hidden />
            {t('packages.new')}
          </Button>
        )}
      </div>
      {items.length === 0 && <EmptyState title={t('packages.none')} hint={t('packages.noneHint')} />}
      {items.map((one) => (
        <OnePackage key={one.id} one={one} onEdit={mayWrite ? () => setEditing(one) : undefined} />
      ))}
    </div>
  );
}

function OnePackage({ one, onEdit }: { one: Package; onEdit?: () => void }) {
  const t = useT();
  const { name, edition, pieces, fits, household_size, lines } = one;
  return (
    <Section
      title={name}
      actions={
        onEdit && (
          <Button
            type="button"
            variant="tertiary"
            aria-label={t('packages.editOf', { name })}
            onClick={onEdit}
          >
            {t('packages.edit')}
          </Button>
        )
      }
    >
      <p className="muted flush">
        {t('packages.facts', { edition, pieces, fits: t(`packages.fits.${fits}`) })}
        {household_size && ` · ${t('packages.size', { count: household_size })}`}
      </p>
      <dl className="descriptions">
        {byRoom(lines).map(({ room, lines: inRoom }) => (
          <div key={room}>
            <dt>
              <bdi>{room}</bdi>
            </dt>
            <dd>
              {inRoom.map((line, i) => (
                <span key={line.item}>
                  {i > 0 && ', '}
                  <bdi>{line.item}</bdi>
                  {line.quantity > 1 && ` ${t('phone.times', { count: line.quantity })}`}
                  {line.per_person && ` ${t('packages.each')}`}
                  {line.needs_assembly && ` (${t('packages.assembly')})`}
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
