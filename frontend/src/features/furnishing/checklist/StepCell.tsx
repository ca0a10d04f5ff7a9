import { CheckmarkIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import { dayAndClock } from '@/shared/format/dates';
import { useMay } from '@/shared/session/session';
import { ConfirmDialog } from '@/shared/ui/dialogs';
import { toastError } from '@/shared/ui/toasts';
import { OverPage } from '../OverPage';
import { type Checklist, type Line, type Step, useKeepChecklist, withdraw } from '../queries';
import { nameIn, reached, takesStep } from '../steps';
import { type T, useT } from '../texts';
import { type Ticking, waitsFor } from '../ticking';

interface Props {
  list: Checklist;
  line: Line;
  step: Step;
  ticking: Ticking;
}
/** A box that is ticked by a tap; ticked already, it asks before the tick is taken away. */
export function StepCell({ list, line, step, ticking }: Props) {
  const t = useT();
  const mayTick = useMay('furnishing:tick');
  const [asking, setAsking] = useState(false);
  if (line.quantity === 0 || !takesStep(line, step)) return null;
  const mark = line[step];
  const state = waitsFor(ticking.waiting, line, step) ? 'waits' : reached(line, step);
  const told = tellOf(t, list, line, step);
  const box = (
    <span className="step-box" data-state={state}>
      {state && <CheckmarkIcon aria-hidden fontSize="1.25rem" />}
    </span>
  );
  if (!mayTick || list.key)
    return (
      <span className="step-mark" {...(told && { role: 'img', 'aria-label': told, title: told })}>
        {box}
      </span>
    );
  return (
    <>
      <button
        type="button"
        className="step-button"
        aria-pressed={mark !== null || state === 'waits'}
        aria-label={t('step.label', { item: line.item, step: t(`step.${step}`) })}
        title={told}
        onClick={() => {
          if (mark) setAsking(true);
          else if (state !== 'waits') void ticking.tick(list, line, step).catch(toastError);
        }}
      >
        {box}
      </button>
      {asking && (
        <OverPage>
          <Withdraw list={list} line={line} step={step} onClose={() => setAsking(false)} />
        </OverPage>
      )}
    </>
  );
}

function tellOf(t: T, list: Checklist, line: Line, step: Step): string | undefined {
  const mark = line[step];
  if (mark)
    return t('step.by', {
      step: t(`step.${step}`),
      when: dayAndClock(mark.at),
      name: nameIn(list, mark.by),
    });
  if (!reached(line, step)) return undefined;
  return line.in_place && line.short === 0 ? t('checklist.stood') : t('step.implied');
}

interface WithdrawProps {
  list: Checklist;
  line: Line;
  step: Step;
  onClose: () => void;
}
export function Withdraw({ list, line, step, onClose }: WithdrawProps) {
  const t = useT();
  const keep = useKeepChecklist();
  const take = async () => {
    try {
      keep(await withdraw(list.id, { line_id: line.id, step }));
      onClose();
    } catch (error) {
      toastError(error);
    }
  };
  return (
    <ConfirmDialog
      open
      title={t('step.withdrawTitle')}
      text={t('step.withdrawText', { item: line.item, step: t(`step.${step}`) })}
      confirmLabel={t('step.withdraw')}
      onConfirm={take}
      onClose={onClose}
    />
  );
}
