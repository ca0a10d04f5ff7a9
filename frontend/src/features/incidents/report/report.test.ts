import { expect, test } from 'vitest';
import { osloInstant } from '@/shared/format/osloInstant';
import { readClock } from '@/shared/format/readClock';
import { looksLikeIdentifier } from '@/shared/forms/identifiers';
import type { Unit } from '../queries';
import { runs } from '../turn';
import { matching } from '../unitPick';
import { emptyReport, reportSchema, toServer } from './reportSchema';

test.each([
  ['2026-07-01', '08:00', '2026-07-01T06:00:00.000Z'],
  ['2026-11-24', '21:40', '2026-11-24T20:40:00.000Z'],
  ['2026-01-01', '00:15', '2025-12-31T23:15:00.000Z'],
  // the nights when the clocks change
  ['2026-03-29', '04:00', '2026-03-29T02:00:00.000Z'],
  ['2026-10-25', '04:00', '2026-10-25T03:00:00.000Z'],
])('%s %s in Oslo is %s', (day, time, instant) => expect(osloInstant(day, time)).toBe(instant));

test.each([
  ['8', '08:00'],
  ['8.05', '08:05'],
  ['0805', '08:05'],
  ['805', '08:05'],
  ['21:40', '21:40'],
  ['24.00', undefined],
  ['8.75', undefined],
  ['åtte', undefined],
])('%s is read as %s', (typed, time) => expect(readClock(typed)).toBe(time));

test.each([
  ['01019012345', true],
  ['010190 12345 ringte', true],
  ['DUF 201234567890', true],
  ['ring 91234567', false],
  ['+4791234567', false],
  ['faktura 1234567890123456', false],
  ['rom 205 og 305', false],
])('%s looks like an identity number: %s', (text, found) => expect(looksLikeIdentifier(text)).toBe(found));

test('duty days in a row are one run', () => {
  expect(runs([1, 2, 3, 4, 5])).toEqual([[1, 5]]);
  expect(runs([7, 6, 2])).toEqual([
    [2, 2],
    [6, 7],
  ]);
});

test('a unit is found by the beginning of its number first, then by what it holds, at the chosen site', () => {
  const unit = (label: string, site_id: string, dwelling_number: string | null = null) =>
    ({ id: label + site_id, label, site_id, dwelling_number }) as Unit;
  const units = [
    unit('105', 'a', 'H0105'),
    unit('205', 'a', 'H0205'),
    unit('Vaskerom', 'a'),
    unit('205', 'b'),
  ];
  const labels = (q: string, site = 'a') => matching(units, q, site).map((u) => u.id);
  expect(labels('20')).toEqual(['205a']);
  expect(labels('05')).toEqual(['105a', '205a']);
  expect(labels('h0205')).toEqual(['205a']);
  expect(labels('vask')).toEqual(['Vaskeroma']);
  expect(labels('205', '')).toEqual(['205a', '205b']);
});

const filled = { ...emptyReport, category: 'leak', title: ' Vannlekkasje ', severity: 'serious' } as const;
const unit_id = { id: 'u1', label: '205' };

test('only what was said is sent; the unit knows its site', () => {
  const said = reportSchema.parse({ ...filled, unit_id, site_id: 's1', place: '' });
  expect(toServer(said)).toEqual({
    category: 'leak',
    title: 'Vannlekkasje',
    severity: 'serious',
    unit_id: 'u1',
    parties: [],
  });
});
test('in a common area the unit chosen before is forgotten', () => {
  const said = reportSchema.parse({ ...filled, where: 'common', unit_id, site_id: 's1', place: 'Trappa' });
  expect(toServer(said)).toMatchObject({ site_id: 's1', place: 'Trappa' });
  expect(toServer(said)).not.toHaveProperty('unit_id');
});
test('something earlier needs a day and a clock, and lies in the past', () => {
  const at = (given: object) => reportSchema.safeParse({ ...filled, earlier: true, ...given });
  const said = at({ day: '13.02.2024', clock: '21.40' });
  expect(said.success && toServer(said.data).occurred_at).toBe('2024-02-13T20:40:00.000Z');
  expect(at({}).error?.issues.map((i) => i.message)).toEqual(['form.dayMissing', 'report.clockWrong']);
  expect(at({ day: '13.02.2099', clock: '8' }).error?.issues[0]?.message).toBe('report.notYet');
});
