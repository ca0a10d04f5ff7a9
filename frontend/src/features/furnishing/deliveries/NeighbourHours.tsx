import { Button } from '@digdir/designsystemet-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocale } from '@/shared/i18n';
import { refresh } from '@/shared/live/useLiveEvents';
import { useMay } from '@/shared/session/session';
import { ConfirmDialog } from '@/shared/ui/dialogs';
import { Section } from '@/shared/ui/Page';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import { toast, toastError } from '@/shared/ui/toasts';
import { OverPage } from '../OverPage';
import { useT } from '../texts';
import { EditHours } from './EditHours';
import { type BusyHours, type Neighbour, neighbours, removeHours } from './queries';
import { hoursText } from './words';
import './deliveries.css';

/** The calendar of the neighbours: what a delivery is held against. */
export function NeighbourHours({ siteId }: { siteId: string }) {
  const t = useT();
  const query = useQuery(neighbours(siteId));
  return (
    <Section title={t('busy.title')}>
      {query.isPending && <LoadingState lines={2} />}
      {query.isError && !query.data && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data && (
        <p className="muted flush">{t(query.data.length ? 'busy.hint' : 'busy.noNeighbours')}</p>
      )}
      {query.data && query.data.length > 0 && (
        <ul className="lines">
          {query.data.map((one) => (
            <OneNeighbour key={one.id} neighbour={one} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function OneNeighbour({ neighbour }: { neighbour: Neighbour }) {
  const t = useT();
  const mayEdit = useMay('units:write');
  const [adding, setAdding] = useState(false);
  return (
    <li className="neighbour-line">
      <span className="line-main">
        <bdi>{neighbour.name}</bdi>
        {neighbour.busy_hours.length === 0 && <span className="muted line-sub">{t('busy.none')}</span>}
      </span>
      {mayEdit && (
        <Button
          type="button"
          variant="tertiary"
          aria-label={t('busy.addFor', { name: neighbour.name })}
          onClick={() => setAdding(true)}
        >
          {t('busy.add')}
        </Button>
      )}
      {neighbour.busy_hours.length > 0 && (
        <ul className="busy-hours">
          {neighbour.busy_hours.map((hours) => (
            <Hours key={hours.id} neighbour={neighbour} hours={hours} mayEdit={mayEdit} />
          ))}
        </ul>
      )}
      {adding && (
        <OverPage>
          <EditHours neighbour={neighbour} onClose={() => setAdding(false)} />
        </OverPage>
      )}
    </li>
  );
}

interface HoursProps {
  neighbour: Neighbour;
  hours: BusyHours;
  mayEdit: boolean;
}
function Hours({ neighbour, hours, mayEdit }: HoursProps) {
  const t = useT();
  const locale = useLocale();
  const client = useQueryClient();
  const [asked, setAsked] = useState<'edit' | 'remove'>();
  const close = () => setAsked(undefined);
  const about = { name: neighbour.name, label: hours.label };
  const remove = async () => {
    try {
      await removeHours(hours.id);
      for (const topic of ['sites', 'furnishing']) refresh(client, topic);
      toast(t('busy.removed'));
      close();
    } catch (error) {
      toastError(error);
    }
  };
  return (
    <li>
      <span>
        <bdi>{hours.label}</bdi> <span className="muted">{hoursText(t, hours, locale)}</span>
      </span>
      {mayEdit && (
        <span className="busy-acts">
          <Button
            type="button"
            variant="tertiary"
            aria-label={t('busy.editOf', about)}
            onClick={() => setAsked('edit')}
          >
            {t('busy.edit')}
          </Button>
          <Button
            type="button"
            variant="tertiary"
            data-color="danger"
            aria-label={t('busy.removeOf', about)}
            onClick={() => setAsked('remove')}
          >
            {t('busy.remove')}
          </Button>
        </span>
      )}
      {asked && (
        <OverPage>
          {asked === 'edit' ? (
            <EditHours neighbour={neighbour} hours={hours} onClose={close} />
          ) : (
            <ConfirmDialog
              open
              danger
              title={t('busy.removeTitle', about)}
              text={t('busy.removeText')}
              confirmLabel={t('busy.remove')}
              onConfirm={remove}
              onClose={close}
            />
          )}
        </OverPage>
      )}
    </li>
  );
}
