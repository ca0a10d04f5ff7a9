import type { CSSProperties } from 'react';
import type { Accessibility } from '@/shared/words/values';
import { floorName } from '../names';
import type { Floor } from '../queries';
import { useT } from '../texts';
import { type Filters, matches } from './filters';
import { Gable, Roof, StairCore } from './Ornaments';
import { UnitCell } from './UnitCell';
import { useGridKeys } from './useGridKeys';

interface Props {
  part: Floor['part'];
  floors: readonly Floor[];
  filters: Filters;
  shared: readonly Accessibility[];
  label: string;
}
/** More bays than fit beside each other stay wrapped at every width. */
const MOST_BAYS = 16;

/** One building of the site: a storey is a row of the grid, its name stands in the stair core. */
export function Elevation({ part, floors, filters, shared, label }: Props) {
  const t = useT();
  const common = part === 'common_house';
  const all = floors.flatMap((f) => f.cells);
  const bays = Math.max(1, ...all.map((c) => c.position));
  const before = Math.ceil(bays / 2);
  const keys = useGridKeys(all[0]?.id);
  // a unit that is gone must not take the only Tab stop with it
  const stop = all.some((c) => c.id === keys.stop) ? keys.stop : all[0]?.id;
  return (
    <div
      className={common ? 'block common-house' : 'block'}
      data-bays={bays > MOST_BAYS ? 'many' : undefined}
      style={{ '--before': before, '--after': Math.max(1, bays - before) } as CSSProperties}
    >
      {common ? <Gable /> : <Roof />}
      <div role="grid" aria-label={label} className="storeys" tabIndex={-1} onKeyDown={keys.onKeyDown}>
        {floors.map((f, i) => (
          <div key={f.floor} role="row" className="storey">
            <div role="rowheader" className="core">
              <span className="core-name">
                {common && floors.length === 1 ? label : floorName(t, f.floor)}
              </span>
              {!common && <StairCore number={f.floor} ground={i === floors.length - 1} />}
            </div>
            {f.cells.map((cell) => (
              <UnitCell
                key={cell.id}
                cell={cell}
                floor={f.floor}
                column={cell.position > before ? cell.position + 1 : cell.position}
                shared={shared}
                aside={!matches(cell, f.floor, filters)}
                stop={cell.id === stop}
                onFocus={() => keys.keep(cell.id)}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
