import { Button } from '@digdir/designsystemet-react';
import { PadlockLockedIcon } from '@navikt/aksel-icons';
import { type ReactNode, useState } from 'react';
import {
  accessibilities,
  keysOf,
  severities,
  type UnitUse,
  unitStates,
  unitUses,
} from '@/shared/words/values';
import { useT } from '../texts';
import { byFeature, byMark, byState, byUse, count, type Filters, type Placed, sameFilters } from './filters';
import { FeatureIcon, OpenMark } from './UnitCell';
import { StateGlyph, UseGlyph } from './WindowGlyph';

interface Entry {
  key: string;
  filters: Filters;
  sign: ReactNode;
  text: string;
  tone?: string;
}
interface Props {
  all: readonly Placed[];
  /** Features that every dwelling has are no way to choose among them. */
  shared: readonly string[];
  filters: Filters;
  onChoose: (filters: Filters | undefined) => void;
}
/** What the signs mean, how many there are, and the way to look for one kind. */
export function Legend({ all, shared, filters, onChoose }: Props) {
  const t = useT();
  const groups: { title: string; entries: Entry[] }[] = [
    {
      title: t('house.legend.needs'),
      entries: [
        {
          key: 'mine',
          filters: byMark('mine'),
          sign: <span className="legend-mine" aria-hidden />,
          text: t('house.mark.mine'),
        },
        ...keysOf(severities).map((s) => ({
          key: s,
          filters: byMark(s),
          sign: <OpenMark severity={s} />,
          text: t(`severity.${s}`),
        })),
        {
          key: 'blocked',
          filters: byMark('blocked'),
          sign: <PadlockLockedIcon aria-hidden />,
          text: t('house.mark.blocked'),
        },
      ],
    },
    {
      title: t('house.legend.features'),
      entries: accessibilities
        .filter((a) => !shared.includes(a))
        .map((a) => ({
          key: a,
          filters: byFeature(a),
          sign: <FeatureIcon feature={a} />,
          text: t(`accessibility.${a}`),
        })),
    },
    {
      title: t('house.legend.states'),
      entries: keysOf(unitStates).map((s) => ({
        key: s,
        filters: byState(s),
        sign: <StateGlyph state={s} />,
        text: t(`unit.state.${s}`),
        tone: unitStates[s],
      })),
    },
    {
      title: t('house.legend.uses'),
      entries: unitUses.filter(isRoom).map((u) => ({
        key: u,
        filters: byUse(u),
        sign: <UseGlyph use={u} />,
        text: t(`unit.use.${u}`),
      })),
    },
  ];
  const rest = groups.slice(1).flatMap((g) => g.entries);
  const [open, setOpen] = useState(() => rest.some((e) => sameFilters(e.filters, filters)));
  return (
    <div className="legend" data-open={open}>
      {groups.map((g) => {
        const shown = g.entries
          .map((e) => ({ ...e, count: count(all, e.filters), pressed: sameFilters(e.filters, filters) }))
          .filter((e) => e.count > 0 || e.pressed);
        return (
          shown.length > 0 && (
            <div key={g.title} role="group" aria-label={g.title} className="legend-group">
              <span className="legend-title" aria-hidden>
                {g.title}
              </span>
              <div className="legend-entries">
                {shown.map((e) => (
                  <button
                    key={e.key}
                    type="button"
                    className="toggle-chip"
                    data-color={e.tone ?? 'neutral'}
                    aria-pressed={e.pressed}
                    onClick={() => onChoose(e.pressed ? undefined : e.filters)}
                  >
                    <span className="legend-sign">{e.sign}</span>
                    {e.text} <span className="legend-count">{e.count}</span>
                  </button>
                ))}
              </div>
            </div>
          )
        );
      })}
      <Button
        type="button"
        variant="tertiary"
        className="legend-toggle"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {t(open ? 'house.legend.less' : 'house.legend.more')}
      </Button>
    </div>
  );
}

const isRoom = (use: UnitUse): use is Exclude<UnitUse, 'dwelling'> => use !== 'dwelling';
