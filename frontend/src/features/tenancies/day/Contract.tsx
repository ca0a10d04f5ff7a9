import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { day as asDay } from '@/shared/format/dates';
import { useMay } from '@/shared/session/session';
import { LoadingState } from '@/shared/ui/states';
import { toastError } from '@/shared/ui/toasts';
import { resident, type TenancyCare } from '../queries';
import { useT as useTenancyT } from '../texts';
import type { Keeping } from './keeping';
import type { ClauseLanguage, MoveInDay } from './queries';
import { useT } from './texts';

const languages = ['nb', 'en', 'uk', 'ar'] as const satisfies readonly ClauseLanguage[];
interface Clause {
  title: string;
  text: string;
  /** Of leases of that kind; without it, of all. */
  only?: TenancyCare['kind'];
}
const clauses = (language: ClauseLanguage) => ({
  queryKey: ['clauses', language],
  queryFn: async (): Promise<Clause[]> =>
    ((await import(`./clauses/${language}.json`)) as { default: Clause[] }).default,
  staleTime: Number.POSITIVE_INFINITY,
});
const isKnown = (language: string | null | undefined): language is ClauseLanguage =>
  languages.some((one) => one === language);

interface Props {
  lease: TenancyCare;
  day: MoveInDay;
  keeping: Keeping;
}
/** The lease in plain words, in the language that the person reads. */
export function Contract({ lease, day, keeping }: Props) {
  const t = useT();
  const tenancyT = useTenancyT();
  const mayWrite = useMay('handover:write');
  const first = useQuery({ ...resident(lease.members[0]?.resident_id ?? ''), enabled: !!lease.members[0] });
  const own = first.data?.portal_language;
  const [chosen, setChosen] = useState<{ language?: ClauseLanguage; interpreter?: boolean }>({});
  const noted = isKnown(day.language) ? day.language : undefined;
  const language = chosen.language ?? noted ?? (isKnown(own) ? own : 'nb');
  const { data } = useQuery(clauses(language));
  const note = (given: typeof chosen) => {
    setChosen({ ...chosen, ...given });
    void keeping.keep({ what: 'note', ...given }).catch(toastError);
  };
  return (
    <>
      <p className="flush">
        {tenancyT(`tenancy.kind.${lease.kind}`)}
        {lease.legal_ground && (
          <>
            {' · '}
            <bdi>{lease.legal_ground}</bdi>
          </>
        )}
        {' · '}
        {asDay(lease.from_day)}
        {lease.contract_ends_on && <>–{asDay(lease.contract_ends_on)}</>}
      </p>
      <div className="row">
        <label className="day-choice">
          {t('moveDay.language')}{' '}
          <select
            className="ds-input"
            data-width="auto"
            value={language}
            disabled={!mayWrite}
            onChange={(e) => note({ language: languages.find((one) => one === e.target.value) ?? 'nb' })}
          >
            {languages.map((one) => (
              <option key={one} value={one}>
                {t(`moveDay.language.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="day-choice">
          <input
            className="ds-input"
            type="checkbox"
            checked={chosen.interpreter ?? day.interpreter ?? false}
            disabled={!mayWrite}
            onChange={(e) => note({ interpreter: e.target.checked })}
          />{' '}
          {t('moveDay.interpreter')}
        </label>
      </div>
      <p className="muted flush">{t('moveDay.contractAsk')}</p>
      {!data && <LoadingState lines={8} />}
      {data && (
        <ol className="day-clauses" lang={language} dir={language === 'ar' ? 'rtl' : 'ltr'}>
          {data
            .filter((clause) => !clause.only || clause.only === lease.kind)
            .map((clause) => (
              <li key={clause.title}>
                <strong>{clause.title}</strong>
                <span>{clause.text}</span>
              </li>
            ))}
        </ol>
      )}
    </>
  );
}
