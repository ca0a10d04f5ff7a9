import { Button } from '@digdir/designsystemet-react';
import { CheckmarkIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import { clock } from '@/shared/format/dates';
import { useSession } from '@/shared/session/session';
import { useOnline } from '@/shared/ui/states';
import { toastError } from '@/shared/ui/toasts';
import { ReportShortage } from '../checklist/ReportShortage';
import { Withdraw } from '../checklist/StepCell';
import { type Checklist, type Line, type Step } from '../queries';
import { nameIn, reached } from '../steps';
import { useT } from '../texts';
import { type Ticking, waitsFor } from '../ticking';

interface Props {
  list: Checklist;
  line: Line;
  step: Step;
  ticking: Ticking;
  onTick: () => void;
}
/** One thing as a target for a thumb; a second tap takes a tick back, as long as it can be asked. */
export function BigLine({ list, line, step, ticking, onTick }: Props) {
  const t = useT();
  const online = useOnline();
  const [open, setOpen] = useState<'withdraw' | 'short'>();
  const close = () => setOpen(undefined);
  const waits = waitsFor(ticking.waiting, line, step);
  const state = waits ? 'waits' : reached(line, step);
  const press = () => {
    onTick();
    if (waits) return online ? undefined : ticking.forget([waits]);
    if (!line[step]) return ticking.tick(list, line, step);
    if (online && !list.key) setOpen('withdraw');
  };
  return (
    <li className="big-line">
      <button
        type="button"
        className="big-tick"
        data-state={state}
        aria-pressed={line[step] !== null || waits !== undefined}
        onClick={() => void Promise.resolve(press()).catch(toastError)}
      >
        <span className="big-box">{state && <CheckmarkIcon aria-hidden fontSize="2rem" />}</span>
        <span className="big-words">
          <span className="big-item">
            <bdi>{line.item}</bdi>{' '}
            {line.quantity > 1 && (
              <span className="figures">{t('phone.times', { count: line.quantity })}</span>
            )}
          </span>
          <Told list={list} line={line} step={step} waits={waits !== undefined} />
        </span>
      </button>
      {online && !list.key && (
        <Button
          type="button"
          variant="tertiary"
          className="big-short"
          aria-label={`${line.item}: ${t('short.action')}`}
          onClick={() => setOpen('short')}
        >
          {t('short.action')}
        </Button>
      )}
      {open === 'withdraw' && <Withdraw list={list} line={line} step={step} onClose={close} />}
      {open === 'short' && <ReportShortage list={list} line={line} onClose={close} />}
    </li>
  );
}

function Told({ list, line, step, waits }: { list: Checklist; line: Line; step: Step; waits: boolean }) {
  const t = useT();
  const { actor_id } = useSession();
  const mark = line[step];
  if (line.short > 0)
    return (
      <span className="big-told" data-short>
        {t('checklist.short', { count: line.short })}
        {line.short_note && (
          <>
            {' · '}
            <bdi>{line.short_note}</bdi>
          </>
        )}
      </span>
    );
  if (waits) return <span className="big-told">{t('phone.waits')}</span>;
  if (mark)
    return (
      <span className="big-told">
        <bdi>{mark.by === actor_id ? t('phone.byMe') : nameIn(list, mark.by)}</bdi> {clock(mark.at)}
      </span>
    );
  if (line.in_place) return <span className="big-told">{t('checklist.stood')}</span>;
  return null;
}
