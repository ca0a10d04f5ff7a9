import { expect, test } from 'vitest';
import { browserOf } from './browserOf';

test('a browser is named as people know it', () => {
  const edge = 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0';
  expect(browserOf(edge)).toBe('Edge, Windows');
  expect(browserOf('Mozilla/5.0 (Linux; Android 14) Chrome/140.0 Mobile Safari/537.36')).toBe(
    'Chrome, Android',
  );
});

test('what is no browser is shown as it is', () => {
  expect(browserOf('python-httpx/0.28')).toBe('python-httpx/0.28');
});
