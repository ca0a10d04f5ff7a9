import { expect, test } from 'vitest';
import type { Checklist, Line } from './queries';
import { byRoom, checkers, reached, takesStep, unchecked } from './steps';

const mark = (by = 'p1') => ({ at: '2026-11-24T08:00:00Z', by });
const line = (part: Partial<Line> = {}): Line => ({
  id: 'l1',
  room: 'Møbler',
  item: 'Seng',
  package_quantity: 1,
  quantity: 1,
  reason: null,
  needs_assembly: false,
  supplier: null,
  in_place: false,
  short: 0,
  short_note: null,
  ordered: null,
  delivered: null,
  assembled: null,
  placed: null,
  checked: null,
  ...part,
});

test('a later step tells that the earlier ones are over, but not who did them', () => {
  const placed = line({ placed: mark() });
  expect(reached(placed, 'placed')).toBe('mark');
  expect(reached(placed, 'delivered')).toBe('implied');
  expect(reached(placed, 'checked')).toBeUndefined();
});

test('what stood there before needs its check alone, until a piece is missing', () => {
  const stood = line({ in_place: true });
  expect(reached(stood, 'placed')).toBe('implied');
  expect(reached(stood, 'checked')).toBeUndefined();
  expect(reached(line({ in_place: true, short: 1 }), 'placed')).toBeUndefined();
});

test('only what must be put together is assembled', () => {
  expect(takesStep(line(), 'assembled')).toBe(false);
  expect(takesStep(line({ needs_assembly: true }), 'assembled')).toBe(true);
  expect(takesStep(line(), 'placed')).toBe(true);
});

test('rooms keep the order of the paper, and what is left out waits for nobody', () => {
  const lines = [
    line({ room: 'Kjøkkenutstyr', item: 'Glass', checked: mark('p1') }),
    line({ room: 'Bad', item: 'Toalettbørste' }),
    line({ room: 'Kjøkkenutstyr', item: 'Kopp-sett', quantity: 0, reason: 'Har egne' }),
  ];
  expect(byRoom(lines).map(({ room, lines: inRoom }) => [room, inRoom.length])).toEqual([
    ['Kjøkkenutstyr', 2],
    ['Bad', 1],
  ]);
  const people = [
    { id: 'p1', name: 'Ali' },
    { id: 'p2', name: 'Linda' },
  ];
  const list = { lines, people } as unknown as Checklist;
  expect(unchecked(list)).toBe(1);
  expect(checkers(list)).toEqual(['Ali']);
});
