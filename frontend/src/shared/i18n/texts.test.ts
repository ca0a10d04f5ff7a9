import { compileMessage } from '@lingui/message-utils/compileMessage';
import { expect, test } from 'vitest';
import { appLocales } from './locales';

type Texts = Record<string, string>;
const files = import.meta.glob<Texts>('/src/**/texts/*.json', { eager: true, import: 'default' });
const folders = [...new Set(Object.keys(files).map((f) => f.replace(/\/[^/]+$/, '')))].sort();

const isPortal = (f: string) =>
  f.startsWith('/src/apps/resident/') || /^\/src\/features\/[^/]+\/portal\//.test(f);
const localesOf = (f: string): readonly string[] =>
  isPortal(f) || f.startsWith('/src/shared/') ? appLocales.portal : appLocales.staff;
type Token = string | [name: string, type?: string, forms?: Record<string, Token[]>];
/** The argument names and plural forms as the ICU parser sees them. */
function read(text: string) {
  const names = new Set<string>();
  const forms: string[][] = [];
  const walk = (tokens: readonly Token[]) => {
    for (const token of tokens) {
      if (typeof token === 'string') continue;
      const [name, type, options] = token;
      if (name !== '#') names.add(name);
      if (type === 'plural') forms.push(Object.keys(options ?? {}));
      for (const inner of Object.values(options ?? {})) if (Array.isArray(inner)) walk(inner);
    }
  };
  walk(compileMessage(text) as Token[]);
  return { args: [...names].sort(), forms };
}
const at = (folder: string, locale: string) => files[`${folder}/${locale}.json`];

test.each(folders)('%s has the same ids and arguments in every language', (folder) => {
  const nb = at(folder, 'nb') ?? {};
  for (const locale of localesOf(folder)) {
    const other = at(folder, locale);
    expect(other, `${folder}/${locale}.json`).toBeDefined();
    expect(Object.keys(other ?? {}).sort(), locale).toEqual(Object.keys(nb).sort());
    for (const [id, text] of Object.entries(nb))
      expect([locale, id, read(other?.[id] ?? '').args]).toEqual([locale, id, read(text).args]);
  }
});

test.each(folders)('%s covers every plural category and leaves no text empty', (folder) => {
  for (const locale of localesOf(folder)) {
    const need = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    for (const [id, text] of Object.entries(at(folder, locale) ?? {})) {
      expect(text.trim(), `${folder} ${locale} ${id}`).not.toBe('');
      for (const have of read(text).forms)
        expect({ id, locale, have }).toEqual({ id, locale, have: expect.arrayContaining([...need]) });
    }
  }
});

test.each(['staff', 'portal'] as const)('no id is used twice in the %s app', (app) => {
  const seen = new Map<string, string>();
  for (const folder of folders.filter(
    (f) => f.startsWith('/src/shared/') || isPortal(f) === (app === 'portal'),
  ))
    for (const id of Object.keys(at(folder, 'nb') ?? {})) {
      expect(seen.get(id), `${id} in ${folder}`).toBeUndefined();
      seen.set(id, folder);
    }
});
