import { Button, Heading } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ApiError } from '@/shared/api/problem';
import { describeError } from '@/shared/i18n/describeError';
import { useSession } from '@/shared/session/session';
import { PageHeader } from '@/shared/ui/Page';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import { type Resident, resident } from '../queries';
import { useT } from '../texts';
import {
  beginDraft,
  type Draft,
  dropDraft,
  emptyDraft,
  isDone,
  keepDraft,
  reachable,
  type Step,
  stepOf,
  steps,
} from './draft';
import type { Guests, StepProps } from './parts';
import { StepContract } from './StepContract';
import { StepHelpers } from './StepHelpers';
import { StepKeys } from './StepKeys';
import { StepUnit } from './StepUnit';
import { StepWho } from './StepWho';
import { Summary } from './Summary';
import '../tenancies.css';
import './moveIn.css';

interface Props {
  step: Step;
  link: { resident?: string; unit?: string };
  onStep: (step: Step) => void;
  onDone: (tenancyId: string) => void;
  guests: Guests;
}
export function MoveIn({ step: wanted, link, onStep, onDone, guests }: Props) {
  const t = useT();
  const { actor_id } = useSession();
  const [begun] = useState(() => beginDraft(actor_id, link));
  const [draft, setDraft] = useState(begun.draft);
  const [resumed, setResumed] = useState(begun.resumed);
  const [refused, setRefused] = useState<{ step: Step; error: unknown }>();
  useEffect(() => keepDraft(draft), [draft]);
  const step = reachable(wanted, draft);
  const at = steps.indexOf(step);
  const heading = useStepFocus(step);
  const person = useQuery({ ...resident(draft.resident), enabled: draft.resident !== '' });

  const restart = () => {
    dropDraft();
    setDraft(emptyDraft(actor_id));
    setResumed(false);
    setRefused(undefined);
    onStep('who');
  };
  const refuse = (error: unknown) => {
    const field = error instanceof ApiError ? error.problem.errors?.[0]?.field : undefined;
    if (!field) return false;
    const place = stepOf(field);
    if (place === 'summary') return false;
    setRefused({ step: place, error });
    onStep(place);
    return true;
  };
  const told = refused?.step === step ? refused.error : undefined;
  const props: StepProps = {
    draft,
    change: (part) => setDraft((old) => ({ ...old, ...part })),
    next: () => {
      setRefused(undefined);
      onStep(steps[at + 1] ?? 'summary');
    },
    back: () => onStep(steps[at - 1] ?? 'who'),
    refused: told,
  };
  return (
    <div className="move-in">
      <PageHeader
        title={t('moveIn.title')}
        actions={
          (draft.resident || draft.unit_id) && (
            <Button type="button" variant="tertiary" data-color="neutral" onClick={restart}>
              {t('moveIn.restart')}
            </Button>
          )
        }
      />
      {resumed && (
        <p className="muted flush" role="status">
          {t('moveIn.resumed')}
        </p>
      )}
      <Progress draft={draft} step={step} onStep={onStep} />
      <Heading level={2} data-size="xs" tabIndex={-1} ref={heading} className="step-heading">
        {t(`moveIn.step.${step}`)}
      </Heading>
      {told !== undefined && (
        <p className="clash" data-color="danger" role="alert">
          {describeError(told).title}
        </p>
      )}
      {step === 'who' ? (
        <StepWho {...props} person={person.data} failed={person.error} guests={guests} />
      ) : person.isPending ? (
        <LoadingState lines={4} />
      ) : person.isError && !person.data ? (
        <ErrorState error={person.error} onRetry={() => void person.refetch()} />
      ) : (
        person.data && (
          <Rest
            {...props}
            key={step}
            step={step}
            person={person.data}
            onDone={onDone}
            onStep={onStep}
            onRefused={refuse}
          />
        )
      )}
    </div>
  );
}

interface RestProps extends StepProps {
  step: Step;
  person: Resident;
  onStep: (step: Step) => void;
  onDone: (tenancyId: string) => void;
  onRefused: (error: unknown) => boolean;
}
function Rest({ step, person, onDone, onStep, onRefused, ...props }: RestProps) {
  const size = person.household?.members.length ?? 1;
  if (step === 'unit') return <StepUnit {...props} size={size} />;
  if (step === 'contract') return <StepContract {...props} />;
  if (step === 'keys') return <StepKeys {...props} />;
  if (step === 'helpers') return <StepHelpers {...props} person={person} />;
  return <Summary {...props} person={person} onStep={onStep} onDone={onDone} onRefused={onRefused} />;
}

/** A reader hears the new step; the first one is the page's own. */
function useStepFocus(step: Step) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    heading.current?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }, [step]);
  return heading;
}

function Progress({ draft, step, onStep }: { draft: Draft; step: Step; onStep: (step: Step) => void }) {
  const t = useT();
  const at = steps.indexOf(step);
  return (
    <>
      <p className="muted flush step-count">{t('moveIn.count', { number: at + 1, total: steps.length })}</p>
      <ol className="steps" aria-label={t('moveIn.steps')}>
        {steps.map((s, i) => {
          const open = steps.slice(0, i).every((x) => isDone(x, draft));
          return (
            <li key={s} data-done={i < at || undefined} aria-current={s === step ? 'step' : undefined}>
              {open && s !== step ? (
                <button type="button" onClick={() => onStep(s)}>
                  {t(`moveIn.short.${s}`)}
                </button>
              ) : (
                t(`moveIn.short.${s}`)
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}
