import { generate } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';

/** White with a quiet zone of four modules in both colour schemes: cameras need it. */
export function Qr({ text, label, size = 160 }: { text: string; label: string; size?: number }) {
  const code = generate(text);
  return (
    <svg
      className="qr"
      role="img"
      aria-label={label}
      viewBox={`-4 -4 ${code.size + 8} ${code.size + 8}`}
      width={size}
      height={size}
      shapeRendering="crispEdges"
    >
      <path d={toSvgPath(code)} fill="#000" />
    </svg>
  );
}
