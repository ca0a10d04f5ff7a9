import { expect, test } from 'vitest';
import { paperIn, papers } from './papers';

const slots = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

test.each(Object.entries(papers))('the slip in %s says all that the Norwegian one says', (_, paper) => {
  expect(Object.keys(paper)).toEqual(Object.keys(papers.nb));
  for (const [key, text] of Object.entries(papers.nb)) {
    const other = paper[key as keyof typeof paper];
    expect(other.trim()).not.toBe('');
    expect(slots(other)).toEqual(slots(text));
  }
});

test('a language without a slip gets the Norwegian one', () => {
  expect(paperIn('so').lang).toBe('nb');
  expect(paperIn('ar').dir).toBe('rtl');
});
