import { expect, test } from 'vitest';
import { asClock, roundedNow } from './told';

test('an hour of the server is shown as people write it', () => {
  expect(asClock('08:05:00')).toBe('08.05');
  expect(asClock(null)).toBe('');
});
test('now is rounded to five minutes, also over the hour', () => {
  expect(roundedNow(new Date('2026-06-24T13:32:00Z'))).toBe('15.30');
  expect(roundedNow(new Date('2026-06-24T13:58:00Z'))).toBe('16.00');
});
