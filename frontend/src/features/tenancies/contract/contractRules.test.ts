import { expect, test } from 'vitest';
import {
  contractBody,
  contractIssues,
  contractOf,
  reportMoveBy,
  threeYears,
  tooShort,
} from './contractRules';

const fixed = { kind: 'fixed_term', ground: '9-3', ground_text: '', contract_ends_on: '23.11.2029' } as const;

test('three years end the day before, also around a leap day', () => {
  expect(threeYears('2026-11-24')).toBe('2029-11-23');
  expect(threeYears('2024-02-29')).toBe('2027-02-28');
  expect(threeYears('2026-01-01')).toBe('2028-12-31');
});

test('a term under three years is pointed out under § 9-3 only', () => {
  expect(tooShort('9-3', '2026-11-24', '2029-11-22')).toBe(true);
  expect(tooShort('9-3', '2026-11-24', '2029-11-23')).toBe(false);
  expect(tooShort('11-1', '2026-11-24', '2027-11-23')).toBe(false);
  expect(tooShort('9-3', undefined, '2027-11-23')).toBe(false);
});

test('a fixed term needs its ground and its last day; an open-ended one neither', () => {
  expect(contractIssues(fixed)).toEqual([]);
  expect(contractIssues({ ...fixed, ground: '', contract_ends_on: '' }).map((i) => i.path)).toEqual([
    'ground',
    'contract_ends_on',
  ]);
  expect(contractIssues({ ...fixed, ground: 'other' }).map((i) => i.path)).toEqual(['ground_text']);
  expect(contractIssues({ ...fixed, contract_ends_on: '31.02.2029' })[0]?.message).toBe('form.dayWrong');
  expect(contractIssues({ ...fixed, kind: 'open_ended', ground: '', contract_ends_on: '' })).toEqual([]);
});

test('what is sent carries no leftovers of a fixed term', () => {
  expect(contractBody(fixed)).toEqual({
    kind: 'fixed_term',
    legal_ground: 'husleieloven § 9-3',
    contract_ends_on: '2029-11-23',
  });
  expect(contractBody({ ...fixed, kind: 'open_ended' })).toEqual({
    kind: 'open_ended',
    legal_ground: null,
    contract_ends_on: null,
  });
});

test('a ground of its own words comes back as it was written', () => {
  const form = contractOf({
    kind: 'fixed_term',
    legal_ground: 'husleieloven § 9-4',
    contract_ends_on: '2027-01-31',
  });
  expect(form).toEqual({
    kind: 'fixed_term',
    ground: 'other',
    ground_text: 'husleieloven § 9-4',
    contract_ends_on: '31.01.2027',
  });
  expect(contractBody(form).legal_ground).toBe('husleieloven § 9-4');
});

test('a usual ground is known again in other words, which stay until another is chosen', () => {
  const form = contractOf({
    kind: 'fixed_term',
    legal_ground: 'Husleieloven § 9-3: tre år',
    contract_ends_on: '2027-01-31',
  });
  expect(form.ground).toBe('9-3');
  expect(contractBody(form).legal_ground).toBe('Husleieloven § 9-3: tre år');
  expect(contractBody({ ...form, ground: '11-1' }).legal_ground).toBe('husleieloven § 11-1');
});

test('eight days to tell the population register, also over a change of clocks', () => {
  expect(reportMoveBy('2026-11-24')).toBe('2026-12-02');
  expect(reportMoveBy('2026-10-20')).toBe('2026-10-28');
});
