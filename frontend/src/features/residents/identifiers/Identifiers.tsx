import { Button } from '@digdir/designsystemet-react';
import { PadlockLockedIcon } from '@navikt/aksel-icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '@/shared/session/session';
import { Section } from '@/shared/ui/Page';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import { When } from '@/shared/ui/When';
import { useT } from '../texts';
import { AddIdentifier } from './AddIdentifier';
import { EndIdentifier } from './EndIdentifier';
import { type Identifier, identifiers } from './queries';
import { Reveal } from './Reveal';

/** Numbers stay behind a door: nothing is fetched before somebody opens it. */
export function Identifiers({ residentId }: { residentId: string }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <Section
      title={t('identifiers.title')}
      actions={
        open && (
          <Button
            type="button"
            variant="tertiary"
            aria-label={`${t('identifiers.close')}: ${t('identifiers.title')}`}
            onClick={() => setOpen(false)}
          >
            {t('identifiers.close')}
          </Button>
        )
      }
    >
      {open ? (
        <Inside residentId={residentId} />
      ) : (
        <div className="door">
          <p className="muted">{t('identifiers.door')}</p>
          <Button
            type="button"
            variant="secondary"
            aria-label={`${t('identifiers.open')}: ${t('identifiers.title')}`}
            onClick={() => setOpen(true)}
          >
            <PadlockLockedIcon aria-hidden />
            {t('identifiers.open')}
          </Button>
        </div>
      )}
    </Section>
  );
}

type Open = { reveal: Identifier } | { end: Identifier } | 'add';

function Inside({ residentId }: { residentId: string }) {
  const t = useT();
  const mayWrite = useMay('identifiers:write');
  const queryClient = useQueryClient();
  const query = useQuery(identifiers(residentId));
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const changed = () => queryClient.invalidateQueries(identifiers(residentId));
  if (query.isPending) return <LoadingState lines={2} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const { items } = query.data;
  return (
    <>
      {items.length === 0 && <p className="muted flush">{t('identifiers.none')}</p>}
      <ul className="lines">
        {items.map((one) => (
          <Line key={one.id} one={one} onOpen={setOpen} />
        ))}
      </ul>
      {mayWrite && (
        <Button type="button" variant="secondary" onClick={() => setOpen('add')}>
          {t('identifiers.add')}
        </Button>
      )}
      {open === 'add' && <AddIdentifier residentId={residentId} onSaved={changed} onClose={close} />}
      {typeof open === 'object' && 'reveal' in open && (
        <Reveal residentId={residentId} identifier={open.reveal} onClose={close} />
      )}
      {typeof open === 'object' && 'end' in open && (
        <EndIdentifier residentId={residentId} identifier={open.end} onSaved={changed} onClose={close} />
      )}
    </>
  );
}

function Line({ one, onOpen }: { one: Identifier; onOpen: (open: Open) => void }) {
  const t = useT();
  const mayWrite = useMay('identifiers:write');
  const kind = t(`identifiers.kind.${one.kind}`);
  return (
    <li>
      <span className="line-main">
        {kind}{' '}
        <bdi dir="ltr" className="figures">
          {one.masked}
        </bdi>
        <span className="muted line-sub">
          {t(`identifiers.source.${one.source}`)}
          {' · '}
          {t('helpers.from')} <When at={one.from_day} as="day" />
          {one.until && (
            <>
              {' · '}
              {t('identifiers.until')} <When at={one.until} as="day" />
            </>
          )}
        </span>
        {one.check_overridden_because && (
          <span className="muted line-sub">
            {t('identifiers.overridden')} <bdi>{one.check_overridden_because}</bdi>
          </span>
        )}
      </span>
      <span className="line-acts">
        <Button
          type="button"
          variant="secondary"
          aria-label={`${t('identifiers.reveal')}: ${kind}`}
          onClick={() => onOpen({ reveal: one })}
        >
          {t('identifiers.reveal')}
        </Button>
        {mayWrite && !one.until && (
          <Button
            type="button"
            variant="tertiary"
            data-color="neutral"
            aria-label={`${t('identifiers.end')}: ${kind}`}
            onClick={() => onOpen({ end: one })}
          >
            {t('identifiers.end')}
          </Button>
        )}
      </span>
    </li>
  );
}
