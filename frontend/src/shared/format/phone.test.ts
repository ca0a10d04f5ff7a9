import { expect, test } from 'vitest';
import { dialPhone, showPhone } from './phone';

test.each([
  ['+4791234567', '912 34 567', '+4791234567'],
  ['22123456', '22 12 34 56', '+4722123456'],
  ['80020120', '800 20 120', '+4780020120'],
  ['116117', '116 117', '116117'],
  ['02800', '02800', '02800'],
  ['110', '110', '110'],
  ['00380441234567', '+380 441 234 567', '+380441234567'],
])('%s is shown as %s and dialled as %s', (raw, shown, dialled) => {
  expect(showPhone(raw)).toBe(shown);
  expect(dialPhone(raw)).toBe(dialled);
});
