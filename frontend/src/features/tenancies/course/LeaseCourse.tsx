import { Button } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { day, isoDay } from '@/shared/format/dates';
import { useMay } from '@/shared/session/session';
import { Section } from '@/shared/ui/Page';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import { When } from '@/shared/ui/When';
import type { Tenancy } from '../queries';
import { stageOf } from '../stage';
import { useT } from '../texts';
import { LeaseEvents } from './LeaseEvents';
import { type Clock, type Course, course } from './queries';
import { dayBefore, isPast } from './steps';
import './course.css';

const AskToMove = lazy(async () => ({ default: (await import('./AskToMove')).AskToMove }));
const Renew = lazy(async () => ({ default: (await import('./Renew')).Renew }));
const ReportMove = lazy(async () => ({ default: (await import('./ReportMove')).ReportMove }));

/** The clock of a fixed term with what can be done about it, and what has happened to the lease. */
export function LeaseCourse({ tenancy }: { tenancy: Tenancy }) {
  const t = useT();
  const query = useQuery(course(tenancy.id));
  if (query.isPending) return <LoadingState lines={3} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const { clock, turned, events, report_move_by } = query.data;
  return (
    <>
      {clock && (
        <Section title={t('clock.title')}>
          <Steps clock={clock} />
          <div className="stack">
            <p className="flush">{sentence(clock, t)}</p>
            <ClockActions tenancy={tenancy} clock={clock} />
          </div>
        </Section>
      )}
      {turned && <Turned tenancy={tenancy} turned={turned} />}
      <MoveReport tenancy={tenancy} by={report_move_by} />
      {events.length > 0 && (
        <Section title={t('course.title')}>
          <LeaseEvents events={events} />
        </Section>
      )}
    </>
  );
}

function sentence(clock: Clock, t: ReturnType<typeof useT>): string {
  const { step, ends_on, open_ended_from, source } = clock;
  return t(`clock.says.${isPast(step) ? 'past' : (step as 'running')}`, {
    ends: day(ends_on),
    last: day(dayBefore(open_ended_from)),
    from: day(open_ended_from),
    source,
  });
}

function Steps({ clock }: { clock: Clock }) {
  const t = useT();
  const today = isoDay();
  const steps = [...clock.alarms, { step: 'open_ended' as const, day: clock.open_ended_from }];
  const stopped = clock.step === 'asked_to_move';
  return (
    <ol className="lease-steps" aria-label={t('clock.line')}>
      {steps.map((s) => (
        <li
          key={s.step}
          data-when={s.day <= today ? 'past' : 'ahead'}
          data-off={stopped && s.day > today ? true : undefined}
          aria-current={s.step === clock.step ? 'step' : undefined}
        >
          <span className="lease-mark" aria-hidden />
          <span className="lease-step-name">{t(`clock.step.${s.step as 'prepare'}`)}</span>
          <When at={s.day} as="day" />
        </li>
      ))}
    </ol>
  );
}

function ClockActions({ tenancy, clock }: { tenancy: Tenancy; clock: Clock }) {
  const t = useT();
  const mayWrite = useMay('tenancies:write');
  const [act, setAct] = useState<'ask' | 'renew'>();
  const close = () => setAct(undefined);
  if (!mayWrite || tenancy.view !== 'care' || clock.step === 'running') return null;
  return (
    <div className="actions">
      {!tenancy.until && (
        <Button type="button" onClick={() => setAct('renew')}>
          {t('renew.open')}
        </Button>
      )}
      {isPast(clock.step) && (
        <Button type="button" variant="secondary" onClick={() => setAct('ask')}>
          {t('ask.open')}
        </Button>
      )}
      <Suspense>
        {act === 'renew' && <Renew tenancy={tenancy} clock={clock} onClose={close} />}
        {act === 'ask' && <AskToMove tenancy={tenancy} clock={clock} onClose={close} />}
      </Suspense>
    </div>
  );
}

/** A letter may have been sent in time although nobody had written it down here. */
function Turned({ tenancy, turned }: { tenancy: Tenancy; turned: NonNullable<Course['turned']> }) {
  const t = useT();
  const mayWrite = useMay('tenancies:write');
  const [open, setOpen] = useState(false);
  if (!mayWrite || tenancy.view !== 'care' || stageOf(tenancy) === 'over') return null;
  return (
    <Section title={t('turned.title')}>
      <div className="stack">
        <p className="flush">
          {t('turned.says', {
            ends: day(turned.ends_on),
            from: day(turned.open_ended_from),
            last: day(dayBefore(turned.open_ended_from)),
          })}
        </p>
        <div className="actions">
          <Button type="button" variant="secondary" onClick={() => setOpen(true)}>
            {t('turned.open')}
          </Button>
        </div>
      </div>
      <Suspense>
        {open && <AskToMove tenancy={tenancy} clock={turned} onClose={() => setOpen(false)} />}
      </Suspense>
    </Section>
  );
}

function MoveReport({ tenancy, by }: { tenancy: Tenancy; by: string }) {
  const t = useT();
  const mayWrite = useMay('tenancies:write');
  const [open, setOpen] = useState(false);
  if (!mayWrite || tenancy.view !== 'care' || !tenancy.previous_id) return null;
  if (stageOf(tenancy) !== 'living' || tenancy.move_reported_on) return null;
  return (
    <div className="clash">
      <p className="flush">{t(by < isoDay() ? 'report.late' : 'report.due', { day: day(by) })}</p>
      <div className="actions">
        <Button type="button" variant="secondary" onClick={() => setOpen(true)}>
          {t('report.open')}
        </Button>
      </div>
      <Suspense>{open && <ReportMove tenancy={tenancy} onClose={() => setOpen(false)} />}</Suspense>
    </div>
  );
}
