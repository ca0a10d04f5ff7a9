import type { Strand } from './queries';

const WIDTH = 10;
const HEIGHT = 60;
/** As many tints as the eye keeps apart; the smallest share the last. */
export const TINTS = 6;
export const tintOf = (key: string, at: number) => (key === 'unknown' ? 'unknown' : Math.min(at + 1, TINTS));

/** A column a month, stacked; the table beside says the same in figures. */
export function Columns({ strands }: { strands: readonly Strand[] }) {
  const months = strands[0]?.counts.length ?? 0;
  const sums = Array.from({ length: months }, (_, m) =>
    strands.reduce((sum, s) => sum + (s.counts[m]?.count ?? 0), 0),
  );
  const most = Math.max(1, ...sums);
  return (
    <svg
      className="mix-columns"
      viewBox={`0 0 ${months * WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {sums.map((_, m) => {
        let top = HEIGHT;
        return strands.map((s, at) => {
          const height = (HEIGHT * (s.counts[m]?.count ?? 0)) / most;
          top -= height;
          return (
            <rect
              key={`${m}-${s.key}`}
              data-tint={tintOf(s.key, at)}
              data-now={m === months - 1 || undefined}
              x={m * WIDTH + 1}
              y={top}
              width={WIDTH - 2}
              height={height}
            />
          );
        });
      })}
    </svg>
  );
}
