import { expect, test } from 'vitest';
import { lastDay } from './lastDay';

test('the last day within a period, over months, years and the change of clocks', () => {
  expect(lastDay('2024-06-01')).toBe('2024-05-31');
  expect(lastDay('2024-03-01')).toBe('2024-02-29');
  expect(lastDay('2027-01-01')).toBe('2026-12-31');
  expect(lastDay('2026-10-26')).toBe('2026-10-25');
});
