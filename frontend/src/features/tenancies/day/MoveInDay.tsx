import { Button } from '@digdir/designsystemet-react';
import { CheckmarkCircleFillIcon, CircleIcon } from '@navikt/aksel-icons';
import { usePrefetchQuery, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { dayAndClock } from '@/shared/format/dates';
import { useMay } from '@/shared/session/session';
import { PageHeader } from '@/shared/ui/Page';
import { EmptyState, ErrorState, LoadingState } from '@/shared/ui/states';
import { StatusTag } from '@/shared/ui/Tag';
import { toastError } from '@/shared/ui/toasts';
import { type TenancyCare, tenancy } from '../queries';
import { useT as useTenancyT } from '../texts';
import { Hours } from './Hours';
import { type Keeping, useKeeping, waitingTicks, withNotes } from './keeping';
import { type MoveInDay as Day, inspections, type MoveInStep, moveInDay } from './queries';
import { StepContent } from './StepContent';
import { useT } from './texts';
import { WaitingDay } from './WaitingDay';
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
  // looked up ahead, so that the flat can be gone through where there is no network
  usePrefetchQuery(inspections(tenancyId));
  const failed = lease.error ?? day.error;
  if (!lease.data || !day.data)
    return (
      <>
        <PageHeader title={tenancyT('tenancy.one')} back={back} />
        {failed ? (
          <ErrorState error={failed} onRetry={() => void Promise.all([lease.refetch(), day.refetch()])} />
        ) : (
          <LoadingState lines={9} />
        )}
      </>
    );
  if (lease.data.view !== 'care') return <EmptyState title={tenancyT('tenancy.notYours')} />;
  return <Steps lease={lease.data} day={day.data} back={back} />;
}

function Steps({ lease, day: arrived, back }: { lease: TenancyCare; day: Day; back: ReactNode }) {
  const t = useT();
  const keeping = useKeeping(lease.id);
  const day = withNotes(arrived, keeping.waiting);
  const here = waitingTicks(keeping.waiting);
  const known = new Map(day.steps.map((one) => [one.step, one]));
  const ticked = new Set(steps.filter((step) => here[step] ?? known.has(step)));
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
      <WaitingDay keeping={keeping} />
      <Hours day={day} keeping={keeping} />
      <ol className="plain-list day-steps">
        {steps.map((step) => {
          const done = ticked.has(step);
          const by = known.get(step);
          return (
            <li key={step} data-done={done}>
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
                    {(step in here || by) && (
                      <span className="muted day-by">
                        {step in here && t('moveDay.waits')}
                        {!(step in here) &&
                          by &&
                          t('moveDay.by', { name: by.done_by.name, when: dayAndClock(by.done_at) })}
                      </span>
                    )}
                  </span>
                </button>
              </h2>
              {open === step && (
                <div className="day-content stack">
                  <StepContent step={step} lease={lease} day={day} keeping={keeping} />
                  <Tick keeping={keeping} step={step} done={done} onDone={() => setOpen(next(step))} />
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
  keeping: Keeping;
  step: MoveInStep;
  done: boolean;
  onDone: () => void;
}
function Tick({ keeping, step, done, onDone }: TickProps) {
  const t = useT();
  if (!useMay('handover:write')) return null;
  return (
    <div className="actions actions-large">
      <Button
        type="button"
        data-size="lg"
        variant={done ? 'secondary' : undefined}
        onClick={() => {
          keeping.keep({ what: 'tick', step, done: !done }).catch(toastError);
          if (!done) onDone();
        }}
      >
        {done ? t('moveDay.untick') : t('moveDay.tick')}
      </Button>
    </div>
  );
}
