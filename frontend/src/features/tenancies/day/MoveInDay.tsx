import { Button } from '@digdir/designsystemet-react';
import { CheckmarkCircleFillIcon, CircleIcon } from '@navikt/aksel-icons';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { dayAndClock } from '@/shared/format/dates';
import { useMay } from '@/shared/session/session';
import { PageHeader } from '@/shared/ui/Page';
import { EmptyState, ErrorState, LoadingState } from '@/shared/ui/states';
import { StatusTag } from '@/shared/ui/Tag';
import { type TenancyCare, tenancy } from '../queries';
import { useT as useTenancyT } from '../texts';
import { Hours } from './Hours';
import { type MoveInDay as Day, type MoveInStep, moveInDay, useTick } from './queries';
import { StepContent } from './StepContent';
import { useT } from './texts';
import './day.css';

const steps = [
  'contract',
  'keys',
  'inspection',
  'meter',
  'fire',
  'portal',
  'helpers',
  'move_report',
  'appointment',
] as const satisfies readonly MoveInStep[];

/** One household's first day, to be gone through standing in a corridor: one step open at a time, each saved at once. */
export function MoveInDay({ tenancyId, back }: { tenancyId: string; back: ReactNode }) {
  const tenancyT = useTenancyT();
  const lease = useQuery(tenancy(tenancyId));
  const day = useQuery(moveInDay(tenancyId));
  const failed = lease.error ?? day.error;
  if (failed)
    return (
      <>
        <PageHeader title={tenancyT('tenancy.one')} back={back} />
        <ErrorState error={failed} onRetry={() => void Promise.all([lease.refetch(), day.refetch()])} />
      </>
    );
  if (!lease.data || !day.data)
    return (
      <>
        <PageHeader title={tenancyT('tenancy.one')} back={back} />
        <LoadingState lines={9} />
      </>
    );
  if (lease.data.view !== 'care') return <EmptyState title={tenancyT('tenancy.notYours')} />;
  return <Steps lease={lease.data} day={day.data} back={back} />;
}

function Steps({ lease, day, back }: { lease: TenancyCare; day: Day; back: ReactNode }) {
  const t = useT();
  const ticked = new Map(day.steps.map((one) => [one.step, one]));
  const [open, setOpen] = useState<MoveInStep | undefined>(steps.find((step) => !ticked.has(step)));
  const next = (after: MoveInStep) => steps.find((step) => step !== after && !ticked.has(step));
  return (
    <div className="form-page stack">
      <PageHeader
        title={t('moveDay.title', { unit: lease.unit_label })}
        back={back}
        tags={day.finished_at ? <StatusTag tone="success">{t('moveDay.finished')}</StatusTag> : undefined}
        lead={<bdi>{lease.members.map((m) => m.name).join(', ')}</bdi>}
      />
      <p className="flush" role="status">
        {t('moveDay.progress', { done: ticked.size, all: steps.length })}
      </p>
      <progress className="day-progress" value={ticked.size} max={steps.length} aria-hidden />
      <Hours day={day} />
      <ol className="plain-list day-steps">
        {steps.map((step) => {
          const done = ticked.get(step);
          return (
            <li key={step} data-done={done !== undefined}>
              <h2 className="day-step-head">
                <button
                  type="button"
                  className="day-step"
                  aria-expanded={open === step}
                  onClick={() => setOpen(open === step ? undefined : step)}
                >
                  {done ? (
                    <CheckmarkCircleFillIcon title={t('moveDay.done')} fontSize="1.5rem" />
                  ) : (
                    <CircleIcon aria-hidden fontSize="1.5rem" />
                  )}
                  <span>
                    {t(`moveDay.step.${step}`)}
                    {done && (
                      <span className="muted day-by">
                        {t('moveDay.by', { name: done.done_by.name, when: dayAndClock(done.done_at) })}
                      </span>
                    )}
                  </span>
                </button>
              </h2>
              {open === step && (
                <div className="day-content stack">
                  <StepContent step={step} lease={lease} day={day} />
                  <Tick
                    id={lease.id}
                    step={step}
                    done={done !== undefined}
                    onDone={() => setOpen(next(step))}
                  />
                </div>
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

interface TickProps {
  id: string;
  step: MoveInStep;
  done: boolean;
  onDone: () => void;
}
function Tick({ id, step, done, onDone }: TickProps) {
  const t = useT();
  const tick = useTick(id);
  if (!useMay('handover:write')) return null;
  return (
    <div className="actions actions-large">
      <Button
        type="button"
        data-size="lg"
        variant={done ? 'secondary' : undefined}
        loading={tick.isPending}
        onClick={() => tick.mutate({ step, done: !done }, { onSuccess: done ? undefined : onDone })}
      >
        {done ? t('moveDay.untick') : t('moveDay.tick')}
      </Button>
    </div>
  );
}
