import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { joined } from '@/shared/format/joined';
import { textOf } from '@/shared/i18n';
import { useSession } from '@/shared/session/session';
import { Section } from '@/shared/ui/Page';
import { StatusTag } from '@/shared/ui/Tag';
import { When } from '@/shared/ui/When';
import { useT } from '../texts';
import { useLanguageWords } from '../words';
import type { Alternative, BoardData, FreeUnit, HouseholdCard } from './queries';
import { Household } from './Waiting';

interface Props {
  data: BoardData;
  shown: Alternative | undefined;
  /** Whom somebody holds and looks for a flat for. */
  hold: HouseholdCard | undefined;
  onPut: ((household: string, unit: string | null) => void) | undefined;
}
export function Units({ data, shown, hold, onPut }: Props) {
  const t = useT();
  const { sites } = useSession();
  const away = [...new Set(data.elsewhere.map((u) => u.site_id))];
  const rest = { data, shown, hold, onPut };
  return (
    <Section title={t('board.free', { count: data.units.length })}>
      {hold && (
        <p className="board-hold" role="status">
          {t('board.choose', { ref: hold.ref })}
        </p>
      )}
      {data.units.length === 0 && <p className="muted">{t('board.nothingFree')}</p>}
      <Floors units={data.units} {...rest} />
      {away.map((id) => {
        const site = sites.find((s) => s.id === id)?.name ?? '';
        const units = data.elsewhere.filter((u) => u.site_id === id);
        return (
          <details key={id} className="board-away" open={units.some((u) => isTaken(u, shown))}>
            <summary>
              <bdi>{t('board.elsewhere', { site, count: units.length })}</bdi>
            </summary>
            <Floors units={units} site={site} {...rest} />
          </details>
        );
      })}
    </Section>
  );
}

const isTaken = (unit: FreeUnit, shown: Alternative | undefined) =>
  shown?.placed.some((p) => p.unit_id === unit.id) ?? false;

/** `site`: another one than the table's own. */
type FloorsProps = Props & { units: readonly FreeUnit[]; site?: string };
function Floors({ units, ...rest }: FloorsProps) {
  const t = useT();
  const floors = [...new Set(units.map((u) => u.floor))].sort((a, b) => a - b);
  return floors.map((floor) => (
    <div key={floor} className="board-floor">
      <h3 className="ds-heading" data-size="2xs">
        {t('board.floor', { floor })}
      </h3>
      <ul className="lines board-units">
        {units
          .filter((u) => u.floor === floor)
          .map((unit) => (
            <One key={unit.id} unit={unit} {...rest} />
          ))}
      </ul>
    </div>
  ));
}

function One({ unit, site, data, shown, hold, onPut }: Props & { unit: FreeUnit; site?: string }) {
  const t = useT();
  const name = t('board.unit', { label: site ? `${unit.label}, ${site}` : unit.label });
  const [over, setOver] = useState(false);
  const placed = shown?.placed.find((p) => p.unit_id === unit.id);
  const there = placed && data.households.find((h) => h.id === placed.household_id);
  return (
    <li data-over={over || undefined}>
      <article aria-label={name} className="board-unit">
        <UnitFacts unit={unit} />
        {placed && (
          <div className="board-placed">
            {there ? <Household household={there} /> : <span className="muted">{t('board.promised')}</span>}
            {placed.because.length > 0 && (
              <p className="muted flush">
                {t('board.because')}{' '}
                {placed.because.map((code) => textOf(`because.${code}`) ?? code).join(', ')}
              </p>
            )}
            {onPut && (
              <Button type="button" variant="tertiary" onClick={() => onPut(placed.household_id, null)}>
                {t('board.takeBack')}
                <span className="sr-only"> {name}</span>
              </Button>
            )}
          </div>
        )}
        {onPut && hold && (
          <Button
            type="button"
            variant="secondary"
            onClick={() => onPut(hold.id, unit.id)}
            onDragOver={(e) => {
              e.preventDefault();
              setOver(true);
            }}
            onDragLeave={() => setOver(false)}
            onDrop={(e) => {
              e.preventDefault();
              setOver(false);
              onPut(hold.id, unit.id);
            }}
          >
            {t(placed ? 'board.exchange' : 'board.put')}
            <span className="sr-only"> {name}</span>
          </Button>
        )}
      </article>
    </li>
  );
}

function UnitFacts({ unit }: { unit: FreeUnit }) {
  const t = useT();
  const languages = useLanguageWords();
  return (
    <div className="facts">
      <span className="facts-head">
        <strong>{unit.label}</strong> {t('board.places', { count: unit.capacity })}
        {unit.free_from && (
          <StatusTag tone="info">
            <span>
              {t('board.freeFrom')} <When at={unit.free_from} as="day" />
            </span>
          </StatusTag>
        )}
      </span>
      <span className="muted">
        {unit.accessibility.map((a) => textOf(`accessibility.${a}`) ?? a).join(', ') || t('board.noFeatures')}
      </span>
      <ul className="neighbours muted">
        {unit.neighbours.map((n) => (
          <li key={n.label}>
            {textOf(`board.where.${n.where}`)} {n.label}:{' '}
            <bdi>
              {joined(
                n.age_bands.map((b) => t(`placing.band.${b}`)).join(', '),
                languages(n.languages),
                n.quiet ? t('board.quiet') : '',
              )}
            </bdi>
          </li>
        ))}
        {unit.neighbours.length === 0 && <li>{t('board.noNeighbours')}</li>}
      </ul>
    </div>
  );
}
