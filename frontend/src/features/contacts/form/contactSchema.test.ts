import { expect, test } from 'vitest';
import { editSchema, emptyRow, gathered, newSchema, spread } from './contactSchema';

test('a span of days is five in the week and one again in the form', () => {
  const week = spread([emptyRow, { days: '6', from_time: '12:00', to_time: '00:00', note: 'Stua' }]);
  expect(week.map((h) => h.weekday)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(gathered(week.map((h) => ({ ...h, note: h.note ?? null })))).toEqual([
    emptyRow,
    { days: '6', from_time: '12:00', to_time: '00:00', note: 'Stua' },
  ]);
});

test('days that do not fill a span stay lines of their own', () => {
  const two = [1, 3].map((weekday) => ({ weekday, from_time: '08:00', to_time: '10:00', note: null }));
  expect(gathered(two).map((h) => h.days)).toEqual(['1', '3']);
});

const whole = {
  name: 'Kundesenteret',
  phone: '',
  organisation_name: '',
  site_id: '',
  email: '',
  title: '',
  helps_with: '',
  languages: [],
  visible_to_residents: true,
  hours: [],
};
test.each(['ring meg', '41234567a', '1'])('«%s» is refused as a number', (phone) => {
  expect(editSchema.safeParse({ ...whole, phone }).success).toBe(false);
});
test.each(['113', '02800', '116 117', '+380 44 123 45 67', ''])('«%s» is let through', (phone) => {
  expect(editSchema.safeParse({ ...whole, phone }).success).toBe(true);
});

test('hours end after they begin; midnight ends the day', () => {
  const row = (to_time: string) => ({ ...whole, hours: [{ ...emptyRow, to_time }] });
  expect(editSchema.safeParse(row('07:00')).error?.issues[0]?.path).toEqual(['hours', 0, 'to_time']);
  expect(editSchema.safeParse(row('00:00')).success).toBe(true);
});

test('each kind of contact needs what names it', () => {
  const given = { ...whole, organisation: 'nav', user_id: '', organisation_id: '', name: '' };
  const missing = (origin: string) =>
    newSchema.safeParse({ ...given, origin }).error?.issues.map((i) => i.path[0]);
  expect(missing('user')).toEqual(['user_id']);
  expect(missing('organisation')).toEqual(['organisation_id']);
  expect(missing('service')).toEqual(['name']);
});
