import { Button } from '@digdir/designsystemet-react';
import { useId, useState } from 'react';
import { usePictures } from '@/shared/media/usePictures';
import { PicturePicker } from '@/shared/ui/PicturePicker';
import { toastError } from '@/shared/ui/toasts';
import { type Keeping, waitingFinding, waitingPictures } from './keeping';
import type { Condition, Inspection, InspectionKind, InspectionPlace } from './queries';
import { Shots } from './Shots';
import { useT } from './texts';

const conditions = ['ok', 'remark', 'damage'] as const satisfies readonly Condition[];

interface Props {
  keeping: Keeping;
  kind: InspectionKind;
  place: InspectionPlace;
  inspection: Inspection | undefined;
  before: Inspection | undefined;
}
/** «I orden» is saved by the tap; a remark or a damage once it is said what it is. */
export function PlaceForm({ keeping, kind, place, inspection, before }: Props) {
  const t = useT();
  const id = useId();
  const waits = waitingFinding(keeping.waiting, kind, place);
  const saved = waits ?? inspection?.findings.find((f) => f.place === place);
  const then = before?.findings.find((f) => f.place === place);
  const [chosen, setChosen] = useState<Condition>();
  const [typed, setTyped] = useState<string>();
  const state = chosen ?? saved?.state;
  const note = typed ?? saved?.note ?? '';
  const [missing, setMissing] = useState(false);
  const name = t(`inspect.place.${place}`);
  const keep = (next: Condition, words: string) => {
    const note = next === 'ok' ? null : words;
    keeping.keep({ what: 'finding', kind, place, state: next, note }).catch(toastError);
  };
  const choose = (next: Condition) => {
    setChosen(next);
    if (next === 'ok') keep(next, '');
  };
  const save = () => {
    setMissing(note.trim() === '');
    if (state && note.trim()) keep(state, note.trim());
  };
  return (
    <li className="inspect-place" data-saved={saved?.state}>
      <fieldset className="ds-fieldset">
        <legend className="ds-label">{name}</legend>
        {then && (
          <p className="muted flush">
            {t('inspect.then', { state: t(`inspect.state.${then.state}`) })}
            {then.note && (
              <>
                {': '}
                <bdi>{then.note}</bdi>
              </>
            )}
          </p>
        )}
        <Shots of={before} place={place} />
        <div className="inspect-states">
          {conditions.map((one) => (
            <label key={one} className="choice-card">
              <input
                className="ds-input"
                type="radio"
                name={`${id}-state`}
                checked={state === one}
                onChange={() => choose(one)}
              />
              <span>{t(`inspect.state.${one}`)}</span>
            </label>
          ))}
        </div>
        {state && state !== 'ok' && (
          <div className="ds-field">
            <label className="ds-label" htmlFor={`${id}-note`}>
              {t('inspect.note')}
            </label>
            <input
              id={`${id}-note`}
              className="ds-input"
              type="text"
              dir="auto"
              maxLength={200}
              value={note}
              aria-invalid={missing || undefined}
              aria-describedby={missing ? `${id}-missing` : undefined}
              onChange={(e) => setTyped(e.target.value)}
            />
            {missing && (
              <p className="ds-validation-message" id={`${id}-missing`}>
                {t('inspect.noteMissing')}
              </p>
            )}
            <Button type="button" variant="secondary" onClick={save}>
              {t('inspect.save')}
            </Button>
          </div>
        )}
        <Shots of={inspection} place={place} />
        {waits && <p className="muted flush">{t('moveDay.waits')}</p>}
        <AddShots keeping={keeping} kind={kind} place={place} name={name} />
      </fieldset>
    </li>
  );
}

interface AddProps {
  keeping: Keeping;
  kind: InspectionKind;
  place: InspectionPlace;
  name: string;
}
function AddShots({ keeping, kind, place, name }: AddProps) {
  const t = useT();
  const chosen = usePictures(5);
  const ready = chosen.list.filter((p) => p.blob);
  const waiting = waitingPictures(keeping.waiting, kind, place);
  const send = () => {
    for (const { id, blob } of ready) {
      if (!blob) continue;
      keeping.keep({ what: 'picture', kind, place }, [{ key: id, blob }]).catch(toastError);
      chosen.remove(id);
    }
  };
  return (
    <>
      <PicturePicker pictures={chosen} label={t('inspect.pictures', { place: name })} />
      {waiting > 0 && <p className="muted flush">{t('inspect.picturesWait', { count: waiting })}</p>}
      {ready.length > 0 && (
        <Button type="button" variant="secondary" onClick={send}>
          {t('inspect.send', { count: ready.length })}
        </Button>
      )}
    </>
  );
}
