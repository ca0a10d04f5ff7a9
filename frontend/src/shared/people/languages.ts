import { queryOptions, useQuery } from '@tanstack/react-query';
import { body, client, type Schemas } from '@/shared/api/client';
import { useLocale } from '@/shared/i18n';

export type Language = Schemas['LanguageOption'];

export const languages = queryOptions({
  queryKey: ['get', '/v1/languages'],
  queryFn: ({ signal }) => body(client.GET('/v1/languages', { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

/** The languages of the house and what each is called in the language of the screen. */
export function useLanguages() {
  const locale = useLocale();
  const items = useQuery(languages).data?.items ?? [];
  const find = (code: string) => items.find((l) => l.code === code);
  const name = (code: string): string =>
    (locale === 'nb' && find(code)?.nb) ||
    new Intl.DisplayNames([locale], { type: 'language' }).of(code) ||
    code;
  return { items, find, name };
}
