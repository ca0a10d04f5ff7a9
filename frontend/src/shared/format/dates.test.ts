import { expect, test } from 'vitest';
import { clock, day, inWords, isoWeek, nearby, readDay } from './dates';

test('days and clocks are Oslo time, Gregorian and in Latin digits', () => {
  expect(day('2024-02-13')).toBe('13.02.2024');
  expect(day('2024-02-12T23:30:00Z')).toBe('13.02.2024');
  expect(clock('2026-11-23T07:00:00Z')).toBe('08.00');
  expect(clock('2026-07-01T22:00:00Z')).toBe('00.00');
  expect(inWords('2026-11-23T07:00:00Z', 'nb')).toBe('mandag 23. november 2026 kl. 08.00');
  expect(inWords('2026-11-23', 'nb')).toBe('mandag 23. november 2026');
  expect(inWords('2026-11-23T07:00:00Z', 'ar')).toMatch(/23.*2026.*08\.00/);
  expect(inWords('2026-11-23T07:00:00Z', 'uk')).toMatch(/23.*2026.*08\.00/);
});
test('a moment within a day is told relative to now, older ones are not', () => {
  const now = new Date('2026-11-23T12:00:00Z');
  expect(nearby('2026-11-23T09:00:00Z', 'nb', now)).toBe('for 3 timer siden');
  expect(nearby('2026-11-23T12:05:00Z', 'nb', now)).toBe('om 5 minutter');
  expect(nearby('2026-11-22T11:00:00Z', 'nb', now)).toBeUndefined();
  expect(nearby('2026-11-23', 'nb', now)).toBeUndefined();
});
test.each([
  ['2024-12-30', 2025, 1],
  ['2026-01-01', 2026, 1],
  ['2027-01-03', 2026, 53],
  ['2024-02-13', 2024, 7],
])('%s lies in ISO week %i-%i', (d, year, week) => expect(isoWeek(d)).toEqual({ year, week }));
test.each([
  ['13.02.2024', '2024-02-13'],
  ['1.2.24', '2024-02-01'],
  ['13/02/1943', '1943-02-13'],
  ['13021943', '1943-02-13'],
  ['31.02.2024', undefined],
  ['i morgen', undefined],
])('%s is read as %s', (typed, iso) => expect(readDay(typed)).toBe(iso));
