import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { PageHeader } from '@/shared/ui/Page';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import type { PhoneSearch } from '../furnishingSearch';
import { type Checklist, checklist, type Line, type Step } from '../queries';
import { byRoom, reached, steps, takesStep, wanted } from '../steps';
import { useT } from '../texts';
import { useTicking, waitsFor } from '../ticking';
import { WaitingTicks } from '../WaitingTicks';
import { BigLine } from './BigLine';
import './phone.css';

interface Props {
  unitId: string;
  back: ReactNode;
  search: PhoneSearch;
  onSearch: (change: Partial<PhoneSearch>) => void;
}
/** Room by room with a thumb, also in the basement. */
export function PhoneMode({ unitId, back, search, onSearch }: Props) {
  const t = useT();
  const query = useQuery(checklist(unitId));
  if (query.data)
    return (
      <Rooms
        list={query.data}
        back={back}
        step={search.steg ?? 'placed'}
        onStep={(steg) => onSearch({ steg })}
      />
    );
  return (
    <>
      <PageHeader title={t('furnishing.title')} back={back} />
      {query.isPending ? (
        <LoadingState lines={8} />
      ) : (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
    </>
  );
}

interface RoomsProps {
  list: Checklist;
  back: ReactNode;
  step: Step;
  onStep: (step: Step) => void;
}
function Rooms({ list, back, step, onStep }: RoomsProps) {
  const t = useT();
  const ticking = useTicking();
  const [chosen, setChosen] = useState<string>();
  const isDone = (line: Line) => !!reached(line, step) || !!waitsFor(ticking.waiting, line, step);
  const rooms = byRoom(wanted(list)).map(({ room, lines }) => {
    const mine = lines.filter((line) => takesStep(line, step));
    return { room, lines: mine, left: mine.filter((line) => !isDone(line)).length };
  });
  const here = rooms.find((r) => r.room === chosen) ?? rooms.find((r) => r.left > 0) ?? rooms[0];
  const next = rooms.find((r) => r.left > 0 && r !== here);
  if (!here) return null;
  // the room stays under the thumb when its last line is ticked
  const stay = () => setChosen(here.room);
  return (
    <div className="phone-mode">
      <PageHeader title={t('phone.title', { unit: list.unit.label })} back={back} />
      <WaitingTicks ticking={ticking} />
      <StepChoice step={step} onStep={onStep} />
      <nav className="phone-rooms" aria-label={t('phone.rooms')}>
        {rooms.map(({ room, lines, left }) => (
          <button
            key={room}
            type="button"
            aria-current={room === here.room ? 'true' : undefined}
            aria-label={t('phone.roomDone', { room, done: lines.length - left, all: lines.length })}
            onClick={() => setChosen(room)}
          >
            <bdi>{room}</bdi>
            <span className="figures">
              {lines.length - left}/{lines.length}
            </span>
          </button>
        ))}
      </nav>
      {here.lines.length === 0 && <p>{t('phone.nothing')}</p>}
      <ul className="plain-list big-lines" aria-label={here.room}>
        {here.lines.map((line) => (
          <BigLine key={line.id} list={list} line={line} step={step} ticking={ticking} onTick={stay} />
        ))}
      </ul>
      {here.left === 0 && next && (
        <button type="button" className="phone-next ds-button" onClick={() => setChosen(next.room)}>
          {t('phone.next', { room: next.room })}
        </button>
      )}
      {here.left === 0 && !next && (
        <p className="phone-finished" role="status">
          {t('phone.finished', { step: t(`step.${step}`) })}
        </p>
      )}
    </div>
  );
}

function StepChoice({ step, onStep }: { step: Step; onStep: (step: Step) => void }) {
  const t = useT();
  return (
    <fieldset className="phone-steps">
      <legend className="sr-only">{t('phone.step')}</legend>
      {steps
        .filter((one) => one !== 'ordered')
        .map((one) => (
          <label key={one}>
            <input type="radio" name="step" checked={one === step} onChange={() => onStep(one)} />
            <span>{t(`step.${one}`)}</span>
          </label>
        ))}
    </fieldset>
  );
}
