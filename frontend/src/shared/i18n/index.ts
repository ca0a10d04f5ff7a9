import { i18n, type Messages } from '@lingui/core';
import { useLingui } from '@lingui/react';
import type words from '@/shared/words/texts/nb.json';
import { type Locale, locales, pickLocale } from './locales';
import type shared from './texts/nb.json';

export type SharedId = keyof typeof shared | keyof typeof words;
export type Values = Record<string, string | number>;
export type Loaders = Partial<Record<Locale, () => Promise<{ messages: Messages }>>>;

interface Languages {
  available: readonly Locale[];
  storageKey: string;
  loaders: Loaders;
  /** Residents meet their own language; staff begin in Norwegian whatever the browser speaks. */
  followBrowser: boolean;
}
let languages: Languages = {
  available: ['nb'],
  storageKey: 'bomiljo.locale',
  loaders: {},
  followBrowser: false,
};

/** What a staff feature's texts call when its screens arrive (see `build-plugins/texts.ts`). */
export const bringTexts = (texts: Partial<Record<Locale, Messages>>): void => i18n.load(texts);

export const availableLocales = () => languages.available;

/** Called once by each app: which languages it has and where their texts come from. */
export async function startLanguages(setup: Languages): Promise<void> {
  languages = setup;
  const first = pickLocale(setup.available, readStored(), setup.followBrowser ? navigator.languages : []);
  try {
    await activate(first);
  } catch {
    await activate('nb');
  }
}

export async function activate(locale: Locale): Promise<void> {
  const load = languages.loaders[locale];
  if (!load) throw new Error(`no texts for ${locale}`);
  const { messages } = await load();
  i18n.loadAndActivate({ locale, messages });
  document.documentElement.lang = locale;
  document.documentElement.dir = locales[locale].dir;
}

export async function chooseLocale(locale: Locale): Promise<void> {
  await activate(locale);
  try {
    localStorage.setItem(languages.storageKey, locale);
  } catch {
    // private mode: the choice lasts until the page is closed
  }
}

function readStored() {
  try {
    return localStorage.getItem(languages.storageKey);
  } catch {
    return null;
  }
}

export type Translate<Id extends string> = (id: Id, values?: Values) => string;

/** `export const useT = textsFor<keyof typeof nb>()` in a feature: its own ids and the shared ones, an unknown id is a compile error. */
export const textsFor =
  <Id extends string>() =>
  (): Translate<Id | SharedId> => {
    const { i18n: active } = useLingui();
    return (id, values) => active._(id, values);
  };

export const useT = textsFor<never>();

/** For ids that arrive as data (server codes, form messages): the text when there is one, else undefined. */
export function textOf(id: string, values?: Values): string | undefined {
  return id in i18n.messages ? i18n._(id, values) : undefined;
}

export function useLocale(): Locale {
  const { i18n: active } = useLingui();
  return active.locale in locales ? (active.locale as Locale) : 'nb';
}

export { i18n };
