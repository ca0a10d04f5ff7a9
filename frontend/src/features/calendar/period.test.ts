import { expect, test } from 'vitest';
import { periodOf, step, weeksOf } from './period';

test('a week begins on Monday, also over the turn of the year', () => {
  const week = periodOf('week', '2027-01-01');
  expect([week.first, week.last]).toEqual(['2026-12-28', '2027-01-03']);
  expect(periodOf('week', '2026-03-29').first).toBe('2026-03-23');
});

test('a month is shown in whole weeks', () => {
  const month = periodOf('month', '2026-11-15');
  expect([month.first, month.last]).toEqual(['2026-10-26', '2026-12-06']);
  expect(weeksOf(month).map((week) => week.length)).toEqual([7, 7, 7, 7, 7, 7]);
  expect(periodOf('month', '2027-02-28').days).toHaveLength(28);
});

test('the next month of a long one is not jumped over', () => {
  expect(step('month', '2026-01-31', 1)).toBe('2026-02-01');
  expect(step('month', '2026-03-31', -1)).toBe('2026-02-01');
  expect(step('week', '2026-12-28', 1)).toBe('2027-01-04');
});
