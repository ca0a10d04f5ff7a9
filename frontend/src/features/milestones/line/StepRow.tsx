import { Button } from '@digdir/designsystemet-react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { day, isoDay } from '@/shared/format/dates';
import { joined } from '@/shared/format/joined';
import { StatusTag } from '@/shared/ui/Tag';
import { toast, toastError } from '@/shared/ui/toasts';
import { editMilestone, type Milestone, useRefreshMilestones } from '../queries';
import { useT } from '../texts';
import { daysBetween, MilestoneStatusWord, useSteps } from '../words';

interface Props {
  residentId: string;
  milestone: Milestone;
  onEdit?: () => void;
  book: ReactNode;
}
export function StepRow({ residentId, milestone: x, onEdit, book }: Props) {
  const t = useT();
  const { words, law, name } = useSteps();
  const open = x.status !== 'done' && x.status !== 'not_applicable';
  const possible = open && x.blocked_by.length === 0 && x.since <= isoDay();
  const step = words(x.code, x.edition);
  const refresh = useRefreshMilestones();
  const finish = useMutation({
    mutationFn: () =>
      editMilestone(residentId, x.id, { version: x.version, status: 'done', done_on: isoDay() }),
    onSuccess: () => toast(t('milestone.saved', { step: name(x.code) })),
    onError: toastError,
    onSettled: refresh,
  });
  return (
    <li className="step">
      <div className="line-main">
        <span className="step-head">
          <strong>{step?.name ?? x.code}</strong>
          {open && x.status !== 'not_started' && <MilestoneStatusWord status={x.status} />}
          {open && <StatusTag>{t('milestone.mover', { who: t(`mover.${x.mover}`) })}</StatusTag>}
        </span>
        {open && <OpenFacts milestone={x} law={law(x.code, x.edition)} />}
        {x.done_on && (
          <span className="muted line-sub">{t('milestone.doneOn', { day: day(x.done_on) })}</span>
        )}
        {possible && step && <span className="muted line-sub">{step.hint}</span>}
        {open && x.since <= isoDay() && step?.detour && (
          <span className="line-sub step-detour">{t('milestone.detour', { text: step.detour })}</span>
        )}
        {x.note && (
          <span className="line-sub step-note">
            <bdi>{x.note}</bdi>
          </span>
        )}
      </div>
      {onEdit && (
        <span className="line-acts">
          {open && x.blocked_by.length === 0 && book}
          {possible && (
            <Button
              type="button"
              variant="secondary"
              aria-label={t('milestone.doneTodayFor', { step: name(x.code) })}
              loading={finish.isPending}
              onClick={() => finish.mutate()}
            >
              {t('milestone.doneToday')}
            </Button>
          )}
          <Button
            type="button"
            variant="tertiary"
            aria-label={t('milestone.changeFor', { step: name(x.code) })}
            onClick={onEdit}
          >
            {t('milestone.change')}
          </Button>
        </span>
      )}
    </li>
  );
}

function OpenFacts({ milestone: x, law }: { milestone: Milestone; law?: string | null }) {
  const t = useT();
  const { name } = useSteps();
  const today = isoDay();
  const blocked = x.blocked_by.length > 0;
  const late = x.due_on !== null && x.due_on < today;
  const waits = x.status === 'waiting_external' ? 'milestone.waitsSince' : 'milestone.since';
  const since =
    x.since > today
      ? t('milestone.from', { day: day(x.since) })
      : t(waits, { day: day(x.since), count: daysBetween(x.since, today) });
  const due = x.due_on ? t(late ? 'milestone.overdue' : 'milestone.due', { day: day(x.due_on) }) : undefined;
  const deadline = due && law ? t('milestone.law', { due, law }) : due;
  return (
    <>
      <span className="line-sub step-facts">
        {blocked && t('milestone.blockedBy', { steps: x.blocked_by.map(name).join(', ') })}
        {!blocked && since}
        {deadline && (
          <span className={late ? 'step-late' : undefined} data-color={late ? 'danger' : undefined}>
            {deadline}
          </span>
        )}
      </span>
      {x.due_because && (
        <span className="muted line-sub">
          <bdi>{joined(t('milestone.otherDue', { reason: x.due_because }))}</bdi>
        </span>
      )}
    </>
  );
}
