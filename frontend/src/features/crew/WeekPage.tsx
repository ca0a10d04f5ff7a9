import { Button } from '@digdir/designsystemet-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { day } from '@/shared/format/dates';
import { useT as useShared } from '@/shared/i18n';
import { refresh } from '@/shared/live/useLiveEvents';
import { useMay } from '@/shared/session/session';
import { ConfirmDialog } from '@/shared/ui/dialogs';
import { PageHeader } from '@/shared/ui/Page';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import { toast, toastError } from '@/shared/ui/toasts';
import { EditWeek } from './EditWeek';
import { People } from './People';
import { Plan } from './Plan';
import { eraseWeek, type Week, week } from './queries';
import { useT } from './texts';
import './crew.css';

export function WeekPage({ weekId, back }: { weekId: string; back: ReactNode }) {
  const t = useT();
  const query = useQuery(week(weekId));
  if (query.data) return <Shown week={query.data} back={back} />;
  return (
    <>
      <PageHeader title={t('crew.title')} back={back} />
      {query.isPending ? (
        <LoadingState lines={8} />
      ) : (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
    </>
  );
}

function Shown({ week, back }: { week: Week; back: ReactNode }) {
  const t = useT();
  return (
    <>
      <PageHeader
        title={week.name}
        back={back}
        lead={`${week.site.name} · ${t('crew.period', { first: day(week.first_day), last: day(week.last_day) })}`}
        actions={<Actions week={week} />}
      />
      <div className="stack crew-week">
        {week.progress.pieces > 0 && <Progress week={week} />}
        <Plan week={week} />
        <People week={week} />
      </div>
    </>
  );
}

function Progress({ week }: { week: Week }) {
  const t = useT();
  const { pieces, set_up } = week.progress;
  return (
    <p className="flush crew-progress">
      <progress value={set_up} max={pieces} aria-label={t('crew.progressHint')} />
      <span>
        <strong className="figures">{t('crew.progress', { done: set_up, all: pieces })}</strong>{' '}
        <span className="muted">{t('crew.progressHint')}</span>
      </span>
    </p>
  );
}

function Actions({ week }: { week: Week }) {
  const t = useT();
  const shared = useShared();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [open, setOpen] = useState<'edit' | 'erase'>();
  const close = () => setOpen(undefined);
  if (!useMay('crew:plan')) return null;
  const erase = async () => {
    try {
      await eraseWeek(week.id);
      toast(t('crew.erased'));
      await navigate({ to: '/klargjoring/arbeidslag' });
      refresh(client, 'crew');
    } catch (error) {
      toastError(error);
    }
  };
  return (
    <>
      <Button
        type="button"
        variant="secondary"
        aria-label={t('crew.editWeek')}
        onClick={() => setOpen('edit')}
      >
        {shared('action.edit')}
      </Button>
      <Button type="button" variant="tertiary" data-color="danger" onClick={() => setOpen('erase')}>
        {t('crew.erase')}
      </Button>
      {open === 'edit' && <EditWeek week={week} onClose={close} />}
      <ConfirmDialog
        open={open === 'erase'}
        danger
        title={t('crew.eraseTitle')}
        text={t('crew.eraseText')}
        confirmLabel={t('crew.erase')}
        onConfirm={erase}
        onClose={close}
      />
    </>
  );
}
