import type { ReactNode } from 'react';

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';
interface Props {
  tone?: Tone;
  children: ReactNode;
}
/** Colour never stands alone: the children are a word. Filled for how grave something is, outlined for where it is in its course. */
export function SeverityTag({ tone = 'neutral', children }: Props) {
  return (
    <span className="ds-tag tag" data-color={tone}>
      {children}
    </span>
  );
}
export function StatusTag({ tone = 'neutral', children }: Props) {
  return (
    <span className="ds-tag tag" data-variant="outline" data-color={tone}>
      {children}
    </span>
  );
}
