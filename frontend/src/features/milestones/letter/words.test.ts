import { expect, test } from 'vitest';
import { letterIn, letterWords } from './words';

const shape = (x: object) =>
  Object.entries(x).map(([key, value]) => [
    key,
    Array.isArray(value) ? value.length : String(value).match(/\{\w+\}/g),
  ]);

test('the letter says the same in every language, with the same blanks', () => {
  for (const words of Object.values(letterWords)) expect(shape(words)).toEqual(shape(letterWords.nb));
});

test('a language that the portal does not speak gets the letter in Norwegian', () => {
  expect(letterIn('so').lang).toBe('nb');
  expect(letterIn('ar').dir).toBe('rtl');
});
