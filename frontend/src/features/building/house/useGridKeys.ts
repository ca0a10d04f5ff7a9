import { type KeyboardEvent, useState } from 'react';

const rowsOf = (grid: HTMLElement) =>
  [...grid.querySelectorAll('[role="row"]')]
    .map((row) => [...row.querySelectorAll<HTMLElement>('[data-cell]')])
    .filter((cells) => cells.length > 0);
const place = (cell: HTMLElement) => Number(cell.dataset.cell);
const nearest = (cells: HTMLElement[], to: number) =>
  cells.reduce((best, c) => (Math.abs(place(c) - to) < Math.abs(place(best) - to) ? c : best));

/** The cell that a key leads to; storeys are unequal, so up and down go to whoever lives nearest above or below. */
function target(grid: HTMLElement, from: HTMLElement, e: KeyboardEvent): HTMLElement | undefined {
  const rows = rowsOf(grid);
  const r = rows.findIndex((cells) => cells.includes(from));
  const row = rows[r];
  if (!row) return undefined;
  const c = row.indexOf(from);
  const whole = e.ctrlKey || e.metaKey;
  switch (e.key) {
    case 'ArrowRight':
      return row[c + 1];
    case 'ArrowLeft':
      return row[c - 1];
    case 'ArrowDown':
      return rows[r + 1] && nearest(rows[r + 1] ?? [], place(from));
    case 'ArrowUp':
      return rows[r - 1] && nearest(rows[r - 1] ?? [], place(from));
    case 'Home':
      return (whole ? rows[0] : row)?.[0];
    case 'End':
      return (whole ? rows.at(-1) : row)?.at(-1);
    default:
      return undefined;
  }
}

/** One Tab stop for a whole grid of links, arrow keys between them. */
export function useGridKeys(first: string | undefined) {
  const [kept, setKept] = useState<string>();
  const onKeyDown = (e: KeyboardEvent<HTMLElement>) => {
    if (e.altKey || !(e.target instanceof HTMLElement)) return;
    const next = target(e.currentTarget, e.target, e);
    if (!next) return;
    e.preventDefault();
    next.focus();
  };
  return { stop: kept ?? first, keep: setKept, onKeyDown };
}
