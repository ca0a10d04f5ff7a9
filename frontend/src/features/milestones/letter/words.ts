import { type Locale, locales } from '@/shared/i18n/locales';
import ar from './words/ar.json';
import en from './words/en.json';
import nb from './words/nb.json';
import uk from './words/uk.json';

export type LetterWords = typeof nb;
/** The letter is written in the resident's language, whatever language the screen has. */
export const letterWords: Record<Locale, LetterWords> = { nb, en, uk, ar };

export function letterIn(language: string): { words: LetterWords; lang: Locale; dir: 'ltr' | 'rtl' } {
  const lang = language in letterWords ? (language as Locale) : 'nb';
  return { words: letterWords[lang], lang, dir: locales[lang].dir };
}
