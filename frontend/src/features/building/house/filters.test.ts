import { describe, expect, test } from 'vitest';
import { noFilters } from '../buildingSearch';
import type { Cell, House } from '../queries';
import {
  byMark,
  byState,
  byUse,
  count,
  everywhereShared,
  ownFeatures,
  placed,
  sharedFeatures,
} from './filters';

const cell = (label: string, part: Partial<Cell> = {}): Cell => ({
  id: label,
  label,
  part: 'main',
  position: 1,
  use: 'dwelling',
  state: 'occupied',
  accessibility: ['step_free'],
  blocked_reason: null,
  blocked_until: null,
  open_incidents: 0,
  worst_severity: null,
  needs_me: false,
  ...part,
});
const house = (...cells: Cell[]): House => ({
  site_id: 's',
  floors: [{ part: 'main', floor: 2, cells }],
  dwellings: cells.length,
  states: {},
});

describe('what the legend counts and filters by', () => {
  const all = placed([
    house(
      cell('201'),
      cell('202', { state: 'ready' }),
      cell('203', { use: 'office', state: 'ready' }),
      cell('204', { blocked_reason: 'Maling', needs_me: true, open_incidents: 2, worst_severity: 'acute' }),
      cell('205', { state: 'out_of_use' }),
    ),
  ]);
  test('a state is asked of dwellings: an office is no flat that is ready', () => {
    expect(count(all, byState('ready'))).toBe(1);
    expect(count(all, byUse('office'))).toBe(1);
  });
  test('marks: mine, the gravest open incident, blocked with or without a reason shown', () => {
    expect(count(all, byMark('mine'))).toBe(1);
    expect(count(all, byMark('acute'))).toBe(1);
    expect(count(all, byMark('serious'))).toBe(0);
    expect(count(all, byMark('blocked'))).toBe(2);
  });
  test('a floor narrows what is chosen', () => {
    expect(count(all, { ...noFilters, floor: 2 })).toBe(5);
    expect(count(all, { ...noFilters, floor: 1 })).toBe(0);
  });
});

test('what every dwelling has is told once; only what sets one apart is marked', () => {
  const calm = cell('202', { accessibility: ['step_free', 'low_stimuli'] });
  const here = house(cell('201'), calm, cell('Veranda', { use: 'common_room', accessibility: [] }));
  expect(sharedFeatures(here)).toEqual(['step_free']);
  expect(ownFeatures(calm, sharedFeatures(here))).toEqual(['low_stimuli']);
  const stairs = house(cell('1', { accessibility: [] }), cell('2', { accessibility: [] }));
  expect(everywhereShared([here, stairs])).toEqual([]);
  expect(everywhereShared([])).toEqual([]);
  expect(sharedFeatures(house(cell('1')))).toEqual([]);
});
