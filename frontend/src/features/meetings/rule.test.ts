import { expect, test } from 'vitest';
import { placeOf, readRule, weekdayOf, writeRule } from './rule';

test.each([
  ['2027-01-05', 'TU', '1'],
  ['2027-01-19', 'TU', '3'],
  ['2026-12-29', 'TU', '-1'],
  ['2027-02-28', 'SU', '4'],
])('%s is a %s, number %s of its month', (day, weekday, place) => {
  expect(weekdayOf(day)).toBe(weekday);
  expect(placeOf(day)).toBe(place);
});

test('a rhythm becomes a rule and is read back from it', () => {
  const rhythm = { every: 'week', interval: 2, weekday: 'TU', place: '1', until: '2027-06-30' } as const;
  const rule = writeRule(rhythm);
  expect(rule).toBe('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20270630');
  expect(readRule(rule)).toEqual({ ...rhythm, count: undefined });
  expect(writeRule({ ...rhythm, every: 'month', place: '-1', until: undefined, count: 6 })).toBe(
    'FREQ=MONTHLY;INTERVAL=2;BYDAY=-1TU;COUNT=6',
  );
});

test('what another program wrote is not guessed at', () => {
  expect(readRule('FREQ=WEEKLY;COUNT=3;BYDAY=MO,WE')).toBeUndefined();
  expect(readRule('FREQ=MONTHLY;COUNT=3;BYDAY=MO')).toBeUndefined();
});
