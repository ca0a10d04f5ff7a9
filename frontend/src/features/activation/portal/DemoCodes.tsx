import { Button } from '@digdir/designsystemet-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { body, client, type Schemas } from '@/shared/api/client';
import { ApiError } from '@/shared/api/problem';
import { type Locale, locales } from '@/shared/i18n/locales';
import { useT } from './texts';

type DemoCode = Schemas['DemoCode'];

/** Empty outside demo mode, where the address does not exist. */
const demoCodes = queryOptions({
  queryKey: ['get', '/v1/demo/accounts', 'codes'],
  queryFn: async ({ signal }): Promise<DemoCode[]> => {
    try {
      return (await body(client.GET('/v1/demo/accounts', { signal }))).resident_codes;
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) return [];
      throw error;
    }
  },
  staleTime: Number.POSITIVE_INFINITY,
  meta: { signedOutIsFine: true },
});

function byPerson(codes: readonly DemoCode[]): [DemoCode, string[]][] {
  const people = new Map<string, [DemoCode, string[]]>();
  for (const one of codes) {
    const known = people.get(one.name);
    if (known) known[1].push(one.code);
    else people.set(one.name, [one, [one.code]]);
  }
  return [...people.values()];
}

const nameOf = (language: string) => (language in locales ? locales[language as Locale].name : language);

/** Only where the server runs in demo mode: invented residents, each code good for one phone. */
export function DemoCodes({ onChosen }: { onChosen: (code: string) => void }) {
  const t = useT();
  const { data = [] } = useQuery(demoCodes);
  if (data.length === 0) return null;
  return (
    <section className="demo-codes" aria-labelledby="demo-codes">
      <h2 id="demo-codes">{t('activation.demoTitle')}</h2>
      <p className="muted flush">{t('activation.demoLead')}</p>
      <ul className="plain-list">
        {byPerson(data).map(([{ name, language }, codes]) => (
          <li key={name}>
            <span>
              <bdi>{name}</bdi> <span className="muted">{nameOf(language)}</span>
            </span>
            <span className="row">
              {codes.map((code) => (
                <Button
                  key={code}
                  type="button"
                  variant="secondary"
                  aria-label={t('activation.demoUse', { name, code })}
                  onClick={() => onChosen(code)}
                >
                  <bdi dir="ltr" className="nowrap">
                    {code}
                  </bdi>
                </Button>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
