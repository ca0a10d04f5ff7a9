import './texts';
import { textOf } from '@/shared/i18n';
import type { Locale } from '@/shared/i18n/locales';
import type { Change, Disclosure } from './queries';
import type { T } from './texts';

/** What every row carries and nobody asks about. */
const silent = new Set([
  'id',
  'district_id',
  'created_at',
  'version',
  'sort_name',
  'gravity',
  'storage_key',
  'idle',
]);

/** What has no word yet is shown by its own name rather than left out. */
const plain = (name: string) => name.replace(/[._]/g, ' ');

export const thing = (table: string): string => textOf(`log.table.${table}`) ?? plain(table);
export const page = (name: string): string => textOf(`log.page.${name}`) ?? plain(name);
const field = (table: string, name: string): string =>
  textOf(`log.field.${table}.${name}`) ?? textOf(`log.field.${name}`) ?? plain(name);

/** «Endret en enhet: tilstand og årsak til sperring». Fields of what came or went are all of them, so they are not listed. */
export function changeSentence(t: T, locale: Locale, c: Change): string {
  const what = { thing: thing(c.table_name) };
  const verb =
    textOf(`log.${c.action}.${c.table_name}`) ??
    textOf(`log.${c.action}`, what) ??
    `${c.action} ${what.thing}`;
  if (c.action !== 'update') return verb;
  const fields = [...new Set(c.fields.filter((f) => !silent.has(f)).map((f) => field(c.table_name, f)))];
  if (fields.length === 0) return verb;
  const all = new Intl.ListFormat(locale, { type: 'conjunction' }).format(fields);
  return t('log.fields', { what: verb, fields: all });
}

/** Pages about one person say so by their name. */
const aboutOne = /^(identifiers|devices|protection)\.|\.detail$/;

export const disclosureSentence = (t: T, d: Disclosure): string =>
  d.persons === 0 || (d.persons === 1 && aboutOne.test(d.page))
    ? t('log.saw', { page: page(d.page) })
    : t('log.sawPersons', { page: page(d.page), count: d.persons });

/** A purpose is a code and a person's own words: «bank: Hun trenger konto». */
export function purposeOf(d: Disclosure): { reason?: string; note?: string } {
  if (!d.purpose) return {};
  const [code = '', ...rest] = d.purpose.split(': ');
  const reason = textOf(`log.purpose.${code}`);
  return reason ? { reason, note: rest.join(': ') } : { note: d.purpose };
}
