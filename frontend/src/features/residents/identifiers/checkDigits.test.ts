import { expect, test } from 'vitest';
import { checkFits, digitsOf, hasRightLength } from './checkDigits';

test.each([
  ['fnr', '15859010099', true],
  ['fnr', '158590 10099', true],
  ['fnr', '28894698995', true],
  ['fnr', '15859010098', false],
  ['fnr', '55859010082', false],
  ['dnr', '55859010082', true],
  ['dnr', '41814061033', true],
  ['dnr', '15859010099', false],
  ['duf', '200112345609', true],
  ['duf', '209900000910', true],
  ['duf', '209900000700', true],
  ['duf', '200816832901', false],
  ['duf', '20011234560', false],
  ['fnr', '١٥٨٥٩٠١٠٠٩٩', false],
] as const)('%s %s fits: %s', (kind, number, fits) => expect(checkFits(kind, number)).toBe(fits));

test('groups and hyphens are how people write', () => {
  expect(digitsOf('158590-10099')).toBe('15859010099');
  expect(hasRightLength('duf', '2001 1234 5609')).toBe(true);
  expect(hasRightLength('fnr', '1585901009')).toBe(false);
});
