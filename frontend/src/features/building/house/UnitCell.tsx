import {
  BellIcon,
  ExclamationmarkTriangleFillIcon,
  MoonIcon,
  PadlockLockedIcon,
  WheelchairIcon,
} from '@navikt/aksel-icons';
import { Link } from '@tanstack/react-router';
import type { CSSProperties } from 'react';
import { day } from '@/shared/format/dates';
import { pathTo } from '@/shared/routing/links';
import { type Accessibility, type Severity, severities, unitStates } from '@/shared/words/values';
import { floorName, incidentText, isDwelling, unitName } from '../names';
import type { Cell } from '../queries';
import { useT } from '../texts';
import { isBlocked, ownFeatures } from './filters';
import { StateGlyph, UseGlyph } from './WindowGlyph';

const featureIcons = { visual_alarm: BellIcon, low_stimuli: MoonIcon } as const;
/** Marks of what sets a unit apart; the four that a wheelchair needs share one. */
export function FeatureIcon({ feature }: { feature: Accessibility }) {
  const Icon = feature in featureIcons ? featureIcons[feature as keyof typeof featureIcons] : WheelchairIcon;
  return <Icon aria-hidden />;
}
const oneOfEach = (features: readonly Accessibility[]) =>
  features.filter((f, i) => f in featureIcons || features.findIndex((o) => !(o in featureIcons)) === i);

export function OpenMark({ severity, count }: { severity: Severity; count?: number }) {
  return (
    <span className="cell-open" data-color={severities[severity]} aria-hidden>
      <ExclamationmarkTriangleFillIcon />
      {count}
    </span>
  );
}

interface Props {
  cell: Cell;
  floor: number;
  column: number;
  shared: readonly Accessibility[];
  /** Does not match the filter: still there, still a door, but stands back. */
  aside: boolean;
  /** The one cell of the drawing that Tab stops at. */
  stop: boolean;
  onFocus: () => void;
}
export function UnitCell({ cell, floor, column, shared, aside, stop, onFocus }: Props) {
  const t = useT();
  const dwelling = isDwelling(cell);
  const name = unitName(t, cell);
  // «Vaskerom» says it all
  const ownWord = name === cell.label;
  const features = ownFeatures(cell, shared);
  const blocked = isBlocked(cell);
  const until = cell.blocked_until
    ? t('unit.blockedUntil', { day: day(cell.blocked_until) })
    : t('unit.blocked');
  const spoken = [
    dwelling ? `${name}: ${t(`unit.state.${cell.state}`)}` : name,
    floorName(t, floor),
    cell.needs_me && t('house.mark.mine'),
    cell.open_incidents > 0 && incidentText(t, cell),
    blocked && (cell.blocked_reason ? `${until}: ${cell.blocked_reason}` : until),
    ...features.map((f) => t(`accessibility.${f}`)),
  ].filter(Boolean);
  return (
    // oxlint-disable-next-line jsx-a11y/control-has-associated-label -- the link inside says all
    <div role="gridcell" className="cell" style={{ '--column': column } as CSSProperties}>
      <Link
        to={pathTo('unit', cell.id)}
        className="cell-link"
        tabIndex={stop ? 0 : -1}
        onFocus={onFocus}
        data-cell={cell.position}
        data-state={dwelling ? cell.state : 'room'}
        data-color={dwelling ? unitStates[cell.state] : 'neutral'}
        data-mine={cell.needs_me || undefined}
        data-aside={aside || undefined}
      >
        <span className="cell-top" aria-hidden>
          <span className="cell-label">
            <bdi>{cell.label}</bdi>
          </span>
          <span className="cell-marks">
            {oneOfEach(features).map((f) => (
              <FeatureIcon key={f} feature={f} />
            ))}
            {blocked && <PadlockLockedIcon aria-hidden />}
          </span>
        </span>
        <span className="cell-middle" aria-hidden>
          {dwelling ? <StateGlyph state={cell.state} /> : !ownWord && <UseGlyph use={cell.use} />}
          {cell.open_incidents > 0 && (
            <OpenMark severity={cell.worst_severity ?? 'low'} count={cell.open_incidents} />
          )}
        </span>
        {!ownWord && (
          <span className="cell-word" aria-hidden>
            {dwelling ? t(`unit.state.${cell.state}`) : t(`house.use.${cell.use ?? 'dwelling'}`)}
          </span>
        )}
        <span className="sr-only">{spoken.join('. ')}</span>
      </Link>
    </div>
  );
}
