import { i18n } from '@lingui/core';
import { expect, test } from 'vitest';
import type { Change, Disclosure } from './queries';
import { changeSentence, disclosureSentence, purposeOf } from './sentences';
import type { T } from './texts';

const t: T = (id, values) => i18n._(id, values);
const change = (part: Partial<Change>): Change => ({
  id: '1',
  at: '2026-11-24T08:00:00Z',
  actor: 'Marit Bakken',
  role: 'housing_office',
  action: 'update',
  table_name: 'units',
  row_id: 'u1',
  fields: [],
  ...part,
});
const say = (part: Partial<Change>) => changeSentence(t, 'nb', change(part));

test('what was changed reads as a sentence, without what nobody asks about', () => {
  expect(say({ fields: ['blocked_reason', 'state', 'version'] })).toBe(
    'Endret en enhet: grunn til sperring og tilstand',
  );
  expect(say({ fields: ['version'] })).toBe('Endret en enhet');
  expect(say({ action: 'insert', fields: ['id', 'state'] })).toBe('La inn en enhet');
  expect(say({ action: 'delete', table_name: 'contact_points' })).toBe('Slettet en kontaktopplysning');
  expect(say({ action: 'insert', table_name: 'sessions' })).toBe('Noen logget inn');
});

test('a table or field that has no word yet is shown by its own name', () => {
  expect(say({ table_name: 'laundry_slots', fields: ['slot_length'] })).toBe(
    'Endret laundry slots: slot length',
  );
});

const look = (part: Partial<Disclosure>): Disclosure => ({
  id: '1',
  at: '2026-11-24T08:00:00Z',
  actor: 'Ingrid Solvang',
  role: 'env_worker',
  organisation: 'Bydel Bjerke',
  page: 'residents.list',
  purpose: null,
  persons: 12,
  ...part,
});

test('a look says what was seen and about how many', () => {
  expect(disclosureSentence(t, look({}))).toBe('Så listen over beboere med opplysninger om 12 personer');
  expect(disclosureSentence(t, look({ page: 'residents.detail', persons: 1 }))).toBe(
    'Så siden til en beboer',
  );
  expect(disclosureSentence(t, look({ page: 'units.detail', persons: 0 }))).toBe('Så en enhet');
});

test('a purpose is a word and the own words of the person', () => {
  expect(purposeOf(look({ purpose: 'bank: Hun trenger konto: i dag' }))).toEqual({
    reason: 'Bank',
    note: 'Hun trenger konto: i dag',
  });
  expect(purposeOf(look({ purpose: 'noe annet' }))).toEqual({ note: 'noe annet' });
  expect(purposeOf(look({}))).toEqual({});
});
