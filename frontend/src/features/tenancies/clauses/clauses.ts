import type { Schemas } from '@/shared/api/client';

export type ClauseLanguage = 'nb' | 'en' | 'uk' | 'ar';
export const clauseLanguages = ['nb', 'en', 'uk', 'ar'] as const satisfies readonly ClauseLanguage[];

export interface Clause {
  code: Schemas['Clause'];
  title: string;
  text: string;
  /** Of leases of that kind; without it, of all. */
  only?: Schemas['TenancyKind'];
}

/** The lease in plain words, a file for each language. */
export const clauses = (language: ClauseLanguage) => ({
  queryKey: ['clauses', language],
  queryFn: async (): Promise<Clause[]> =>
    ((await import(`./${language}.json`)) as { default: Clause[] }).default,
  staleTime: Number.POSITIVE_INFINITY,
});

export const isClauseLanguage = (language: string | null | undefined): language is ClauseLanguage =>
  clauseLanguages.some((one) => one === language);

export const clausesOf = (all: readonly Clause[], kind: Schemas['TenancyKind']): Clause[] =>
  all.filter((one) => !one.only || one.only === kind);
