import type { Checklist, Line, Step } from './queries';

export const steps = [
  'ordered',
  'delivered',
  'assembled',
  'placed',
  'checked',
] as const satisfies readonly Step[];

export const takesStep = (line: Line, step: Step): boolean => step !== 'assembled' || line.needs_assembly;

/** `mark`: somebody said so; `implied`: a later step says it, or it stood there before. */
export function reached(line: Line, step: Step): 'mark' | 'implied' | undefined {
  if (line[step]) return 'mark';
  const later = steps.slice(steps.indexOf(step) + 1).some((s) => line[s]);
  const stood = line.in_place && line.short === 0 && step !== 'checked';
  return later || stood ? 'implied' : undefined;
}

/** What the unit is to have; what is left out with a reason needs no tick. */
export const wanted = (list: Checklist): Line[] => list.lines.filter((l) => l.quantity > 0);

/** Lines in the order of the paper, gathered under their room. */
export function byRoom<L extends { room: string }>(lines: readonly L[]): { room: string; lines: L[] }[] {
  const rooms = new Map<string, L[]>();
  for (const line of lines) rooms.set(line.room, [...(rooms.get(line.room) ?? []), line]);
  return [...rooms].map(([room, inRoom]) => ({ room, lines: inRoom }));
}

export const pieces = (list: Checklist): number => list.lines.reduce((sum, l) => sum + l.quantity, 0);
export const unchecked = (list: Checklist): number => wanted(list).filter((l) => !l.checked).length;
export const nameIn = (list: Checklist, id: string): string =>
  list.people.find((p) => p.id === id)?.name ?? '–';
/** Those who have checked, for «Utført av» on the paper. */
export const checkers = (list: Checklist): string[] =>
  list.people.filter((p) => list.lines.some((l) => l.checked?.by === p.id)).map((p) => p.name);
