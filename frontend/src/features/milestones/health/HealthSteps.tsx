import { Button } from '@digdir/designsystemet-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { day, isoDay } from '@/shared/format/dates';
import { textOf } from '@/shared/i18n';
import { EmptyState, ErrorState, LoadingState } from '@/shared/ui/states';
import { toast, toastError } from '@/shared/ui/toasts';
import { useT } from '../texts';
import { MilestoneStatusWord } from '../words';
import { type HealthStep, healthSteps, setHealthStep } from './queries';
import '../line/line.css';

/** Whose step of health it is and how far it has come: all that health staff see of a resident. */
export function HealthSteps() {
  const t = useT();
  const { data, error, isPending, refetch } = useQuery(healthSteps);
  if (isPending) return <LoadingState lines={6} />;
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data.items.length === 0)
    return <EmptyState title={t('healthSteps.none')} hint={t('healthSteps.noneHint')} />;
  return (
    <ul className="lines">
      {data.items.map((one) => (
        <One key={one.id} step={one} />
      ))}
    </ul>
  );
}

function One({ step }: { step: HealthStep }) {
  const t = useT();
  const queryClient = useQueryClient();
  const what = textOf(`healthSteps.step.${step.code}`) ?? step.code;
  const about = `${step.resident.name}, ${what}`;
  const set = useMutation({
    mutationFn: (status: 'not_started' | 'in_progress' | 'done') =>
      setHealthStep(step.id, {
        version: step.version,
        status,
        ...(status === 'done' && { done_on: isoDay() }),
      }),
    onSuccess: (saved) => {
      queryClient.setQueryData(healthSteps.queryKey, saved);
      toast(t('healthSteps.saved'));
    },
    onError: (failure) => {
      toastError(failure);
      void queryClient.invalidateQueries({ queryKey: healthSteps.queryKey });
    },
  });
  const late = step.due_on !== null && step.due_on < isoDay() && step.status !== 'done';
  const act = (status: 'not_started' | 'in_progress' | 'done', word: string, main = false) => (
    <Button
      type="button"
      variant={main ? 'secondary' : 'tertiary'}
      aria-label={`${word}: ${about}`}
      loading={set.isPending && set.variables === status}
      onClick={() => set.mutate(status)}
    >
      {word}
    </Button>
  );
  return (
    <li className="step">
      <div className="line-main">
        <span className="step-head">
          <strong>
            <bdi>{step.resident.name}</bdi>
          </strong>
          <MilestoneStatusWord status={step.status} />
        </span>
        <span>{what}</span>
        {step.due_on && step.status !== 'done' && (
          <span
            className={late ? 'line-sub step-late' : 'muted line-sub'}
            data-color={late ? 'danger' : undefined}
          >
            {t('milestone.deadline')} {day(step.due_on)}
          </span>
        )}
        {step.done_on && (
          <span className="muted line-sub">{t('milestone.doneOn', { day: day(step.done_on) })}</span>
        )}
      </div>
      <span className="line-acts">
        {step.status === 'done' ? (
          act('in_progress', t('healthSteps.again'))
        ) : (
          <>
            {step.status !== 'in_progress' && act('in_progress', t('healthSteps.begun'))}
            {act('done', t('milestone.doneToday'), true)}
          </>
        )}
      </span>
    </li>
  );
}
