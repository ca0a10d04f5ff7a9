import { expect, test } from 'vitest';
import { fullName, initials } from './names';

test('one name is a whole name', () => {
  expect(fullName({ given_name: null, family_name: 'Zahra' })).toBe('Zahra');
  expect(fullName({ given_name: 'Olena', family_name: 'Koval' })).toBe('Olena Koval');
});

test.each([
  ['Ingrid Solvang', 'IS'],
  ['Zahra', 'Z'],
  ['Anne Marie øverland', 'AØ'],
  ['  ', ''],
  ['𝒜da Lovelace', '𝒜L'],
])('%s is shown as %s', (name, face) => expect(initials(name)).toBe(face));
