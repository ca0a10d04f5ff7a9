import { Button } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { dayAndClock } from '@/shared/format/dates';
import { useMay } from '@/shared/session/session';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import { type Keeping, waitingFinding } from './keeping';
import { PlaceForm } from './PlaceForm';
import {
  type Inspection,
  type InspectionKind,
  type InspectionPlace,
  inspections,
  useFinish,
} from './queries';
import { Shots } from './Shots';
import { useT } from './texts';

export const places = [
  'hall',
  'living',
  'kitchen',
  'bath',
  'sleeping',
  'outside',
] as const satisfies readonly InspectionPlace[];

interface Props {
  tenancyId: string;
  kind: InspectionKind;
  keeping: Keeping;
}
/** Place by place, with pictures; at move-out beside what was found at move-in. */
export function Inspecting({ tenancyId, kind, keeping }: Props) {
  const query = useQuery(inspections(tenancyId));
  if (!query.data)
    return query.isError ? (
      <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <LoadingState lines={6} />
    );
  const { items } = query.data;
  const of = (which: InspectionKind) => items.find((one) => one.kind === which);
  const now = of(kind);
  const then = kind === 'move_out' ? of('move_in') : undefined;
  return now?.finished_at ? (
    <Found of={now} />
  ) : (
    <Open tenancyId={tenancyId} kind={kind} keeping={keeping} now={now} before={then} />
  );
}

interface OpenProps {
  tenancyId: string;
  kind: InspectionKind;
  keeping: Keeping;
  now: Inspection | undefined;
  before: Inspection | undefined;
}
function Open({ tenancyId, kind, keeping, now, before }: OpenProps) {
  const t = useT();
  const finish = useFinish(tenancyId);
  const [present, setPresent] = useState(true);
  const mayWrite = useMay('inspections:write');
  const left = places.filter(
    (place) => !now?.findings.some((f) => f.place === place) && !waitingFinding(keeping.waiting, kind, place),
  ).length;
  const arriving = keeping.waiting.some((fact) => !fact.refused);
  if (!mayWrite) return now ? <Found of={now} /> : null;
  return (
    <>
      <ul className="plain-list inspect-places">
        {places.map((place) => (
          <PlaceForm
            key={place}
            keeping={keeping}
            kind={kind}
            place={place}
            inspection={now}
            before={before}
          />
        ))}
      </ul>
      <label className="day-choice">
        <input
          className="ds-input"
          type="checkbox"
          checked={present}
          onChange={(e) => setPresent(e.target.checked)}
        />{' '}
        {t('inspect.present')}
      </label>
      <div className="actions">
        <Button
          type="button"
          variant="secondary"
          disabled={left > 0 || arriving}
          loading={finish.isPending}
          onClick={() => finish.mutate({ kind, tenant_present: present })}
        >
          {t('inspect.finish')}
        </Button>
        {left === 0 && arriving && <span className="muted">{t('inspect.arriving')}</span>}
        {left > 0 && <span className="muted">{t('inspect.left', { count: left })}</span>}
      </div>
    </>
  );
}

/** An inspection as it stands, for reading. */
export function Found({ of }: { of: Inspection }) {
  const t = useT();
  return (
    <>
      {of.finished_at && (
        <p className="flush">
          {t('inspect.finished', { name: of.finished_by?.name ?? '', when: dayAndClock(of.finished_at) })}
        </p>
      )}
      <ul className="lines">
        {places.map((place) => {
          const found = of.findings.find((f) => f.place === place);
          return (
            found && (
              <li key={place}>
                <span className="line-main">
                  {t(`inspect.place.${place}`)}
                  {found.note && (
                    <span className="line-sub">
                      <bdi>{found.note}</bdi>
                    </span>
                  )}
                  <Shots of={of} place={place} />
                </span>
                <span className="muted">{t(`inspect.state.${found.state}`)}</span>
              </li>
            )
          );
        })}
      </ul>
    </>
  );
}
