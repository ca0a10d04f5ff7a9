import { expect, test } from 'vitest';
import { addDays, byWeek, hours, mondayOf, weekday } from './weeks';

test('the first of January may stand in the last week of the year before', () => {
  expect(mondayOf('2027-01-01')).toBe('2026-12-28');
  const [week] = byWeek([{ week: '2026-12-28' }]);
  expect(week?.number).toBe(53);
});

test('days go over the change of clocks', () => {
  expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
  expect(addDays('2027-03-27', 2)).toBe('2027-03-29');
});

test('a week that nobody has filled stands in the plan, what has no week stands last', () => {
  const rows = [
    { week: '2026-11-23', title: 'a' },
    { week: '2026-11-23', title: 'b' },
    { week: '2026-12-07', title: 'c' },
    { week: null, title: 'd' },
  ];
  expect(byWeek(rows, true).map((w) => [w.number, w.rows.length])).toEqual([
    [48, 2],
    [49, 0],
    [50, 1],
    [undefined, 1],
  ]);
  expect(byWeek(rows)).toHaveLength(3);
});

test('the thirteenth of February 2024 was a Tuesday', () => {
  expect(weekday('2024-02-13', 'nb')).toBe('tirsdag');
  expect(hours('12:00:00', '14:30:00')).toBe('12.00–14.30');
});
