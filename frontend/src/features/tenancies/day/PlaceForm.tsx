import { Button } from '@digdir/designsystemet-react';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { sendPicture } from '@/shared/media/sendPicture';
import { usePictures } from '@/shared/media/usePictures';
import { PicturePicker } from '@/shared/ui/PicturePicker';
import { toastError } from '@/shared/ui/toasts';
import {
  type Condition,
  type Inspection,
  type InspectionKind,
  type InspectionPlace,
  inspections,
  putFinding,
} from './queries';
import { Shots } from './Shots';
import { useT } from './texts';

const conditions = ['ok', 'remark', 'damage'] as const satisfies readonly Condition[];

interface Props {
  tenancyId: string;
  kind: InspectionKind;
  place: InspectionPlace;
  inspection: Inspection | undefined;
  before: Inspection | undefined;
}
/** «I orden» is saved by the tap; a remark or a damage once it is said what it is. */
export function PlaceForm({ tenancyId, kind, place, inspection, before }: Props) {
  const t = useT();
  const id = useId();
  const queryClient = useQueryClient();
  const saved = inspection?.findings.find((f) => f.place === place);
  const then = before?.findings.find((f) => f.place === place);
  const [state, setState] = useState<Condition | undefined>(saved?.state);
  const [note, setNote] = useState(saved?.note ?? '');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const name = t(`inspect.place.${place}`);
  const keep = async (next: Condition, words: string) => {
    setBusy(true);
    try {
      const given = { kind, place, state: next, note: next === 'ok' ? null : words };
      queryClient.setQueryData(inspections(tenancyId).queryKey, await putFinding(tenancyId, given));
    } catch (error) {
      toastError(error);
    } finally {
      setBusy(false);
    }
  };
  const choose = (next: Condition) => {
    setState(next);
    if (next === 'ok') void keep(next, '');
  };
  const save = () => {
    setMissing(note.trim() === '');
    if (state && note.trim()) void keep(state, note.trim());
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
                disabled={busy}
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
              onChange={(e) => setNote(e.target.value)}
            />
            {missing && (
              <p className="ds-validation-message" id={`${id}-missing`}>
                {t('inspect.noteMissing')}
              </p>
            )}
            <Button type="button" variant="secondary" loading={busy} onClick={save}>
              {t('inspect.save')}
            </Button>
          </div>
        )}
        <Shots of={inspection} place={place} />
        <AddShots tenancyId={tenancyId} kind={kind} place={place} name={name} />
      </fieldset>
    </li>
  );
}

interface AddProps {
  tenancyId: string;
  kind: InspectionKind;
  place: InspectionPlace;
  name: string;
}
function AddShots({ tenancyId, kind, place, name }: AddProps) {
  const t = useT();
  const queryClient = useQueryClient();
  const chosen = usePictures(5);
  const [busy, setBusy] = useState(false);
  const waiting = chosen.list.filter((p) => p.state !== 'sent').length;
  const send = async () => {
    setBusy(true);
    const url = `/v1/tenancies/${tenancyId}/inspections/pictures`;
    await chosen.upload((picture, key, onProgress) =>
      sendPicture(url, picture, { key, field: 'picture', fields: { kind, place }, onProgress }),
    );
    await queryClient.invalidateQueries({ queryKey: inspections(tenancyId).queryKey });
    for (const p of chosen.list) if (p.state === 'sent') chosen.remove(p.id);
    setBusy(false);
  };
  return (
    <>
      <PicturePicker pictures={chosen} label={t('inspect.pictures', { place: name })} />
      {waiting > 0 && (
        <Button type="button" variant="secondary" loading={busy} onClick={() => void send()}>
          {t('inspect.send', { count: waiting })}
        </Button>
      )}
    </>
  );
}
