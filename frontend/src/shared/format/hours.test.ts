import { expect, test } from 'vitest';
import { type Hours, opening, weekLines } from './hours';

const at = (weekday: number, from_time: string, to_time: string): Hours => ({
  weekday,
  from_time,
  to_time,
  note: null,
});
const week = [1, 2, 3, 4, 5].map((day) => at(day, '08:00', '15:30'));
// Oslo is two hours before UTC in summer, one in winter
const monday = (utc: string) => new Date(`2026-06-01T${utc}:00Z`);

test('one is here from the first minute and gone at the last', () => {
  expect(opening(week, monday('05:59')).open).toBe(false);
  expect(opening(week, monday('06:00'))).toEqual({ open: true, until: '15.30' });
  expect(opening(week, monday('13:30')).open).toBe(false);
});

test('whoever is away is back at the next hours: today, tomorrow, after the weekend', () => {
  expect(opening(week, monday('04:00')).next).toEqual({ day: '2026-06-01', inDays: 0, at: '08.00' });
  expect(opening(week, monday('14:00')).next).toEqual({ day: '2026-06-02', inDays: 1, at: '08.00' });
  const friday = new Date('2026-11-27T16:00:00Z');
  expect(opening(week, friday).next).toEqual({ day: '2026-11-30', inDays: 3, at: '08.00' });
});

test('a weekly hour that has just passed comes again in a week', () => {
  expect(opening([at(1, '10:00', '12:00')], monday('11:00')).next).toMatchObject({ inDays: 7 });
});

test('midnight ends the day, and without hours nothing is promised', () => {
  expect(opening([at(1, '00:00', '00:00')], monday('21:59'))).toEqual({ open: true, until: undefined });
  expect(opening([], monday('08:00'))).toEqual({ open: false });
});

test('days beside each other with the same hours are one line', () => {
  const hours = [...week, at(6, '12:00', '00:00')];
  expect(weekLines(hours, 'nb')).toEqual([
    { days: 'mandag–fredag', time: '08.00–15.30', note: null },
    { days: 'lørdag', time: '12.00–24.00', note: null },
  ]);
  expect(weekLines([at(2, '09:00', '10:00')], 'ar')[0]?.days).toBe('الثلاثاء');
});
