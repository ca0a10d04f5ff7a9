import { textOf } from '@/shared/i18n';
import { useLanguages } from '@/shared/people/languages';
import { useT } from '../texts';

const prefixes: Record<string, string> = {
  age: 'placing.band',
  kind: 'placing.kind',
  requirement: 'requirement',
  support: 'support',
  cases: 'helper',
};

/** What is counted, in words; «unknown» and «any» read the same for every measure. */
export function useKeyWords() {
  const t = useT();
  const { name } = useLanguages();
  return (measure: string, key: string): string => {
    if (key === 'any') return textOf(`board.any.${measure}`) ?? key;
    if (key === 'unknown' && measure !== 'support' && measure !== 'age') return t('board.unknown');
    if (key === 'none' && measure === 'requirement') return t('board.noRequirement');
    if (measure === 'language') return name(key);
    return textOf(`${prefixes[measure]}.${key}`) ?? key;
  };
}
