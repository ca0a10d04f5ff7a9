import { type Locale, locales } from '@/shared/i18n/locales';
import ar from './papers/ar.json';
import en from './papers/en.json';
import nb from './papers/nb.json';
import uk from './papers/uk.json';

export type Paper = typeof nb;
/** The slip is written in the resident's language, whatever language the screen has. */
export const papers: Record<Locale, Paper> = { nb, en, uk, ar };

export function paperIn(language: string): { paper: Paper; lang: Locale; dir: 'ltr' | 'rtl' } {
  const lang = language in papers ? (language as Locale) : 'nb';
  return { paper: papers[lang], lang, dir: locales[lang].dir };
}
