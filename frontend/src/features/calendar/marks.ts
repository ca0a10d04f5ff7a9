import { textOf } from '@/shared/i18n';
import type { Mark } from './queries';
import type { T } from './texts';

export const marksOn = (marks: readonly Mark[], day: string): Mark[] =>
  marks.filter((mark) => mark.first <= day && day <= mark.last);

/** «ca. Id al-fitr»: the moon decides. */
export function markText(t: T, { kind, code, approximate }: Mark): string {
  const text = textOf(`mark.${code}`) ?? code;
  return approximate && kind === 'cultural' ? `${t('calendar.approximate')} ${text}` : text;
}

export const hintOf = (mark: Mark): string | undefined =>
  mark.kind === 'cultural' ? textOf(`hint.${mark.code}`) : undefined;

export const isFree = (marks: readonly Mark[]): boolean => marks.some((mark) => mark.kind === 'holiday');
