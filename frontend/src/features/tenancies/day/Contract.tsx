import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { day as asDay } from '@/shared/format/dates';
import { useMay } from '@/shared/session/session';
import { LoadingState } from '@/shared/ui/states';
import { resident, type TenancyCare } from '../queries';
import { useT as useTenancyT } from '../texts';
import { type ClauseLanguage, type MoveInDay, useEditDay } from './queries';
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

/** The lease in plain words, in the language that the person reads. */
export function Contract({ lease, day }: { lease: TenancyCare; day: MoveInDay }) {
  const t = useT();
  const tenancyT = useTenancyT();
  const edit = useEditDay(lease.id);
  const mayWrite = useMay('handover:write');
  const first = useQuery({ ...resident(lease.members[0]?.resident_id ?? ''), enabled: !!lease.members[0] });
  const own = first.data?.portal_language;
  const [interpreter, setInterpreter] = useState(day.interpreter ?? false);
  const [chosen, setChosen] = useState<ClauseLanguage>();
  const noted = isKnown(day.language) ? day.language : undefined;
  const language = chosen ?? noted ?? (isKnown(own) ? own : 'nb');
  const { data } = useQuery(clauses(language));
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
            disabled={!mayWrite || edit.isPending}
            onChange={(e) => {
              const next = languages.find((one) => one === e.target.value) ?? 'nb';
              setChosen(next);
              edit.mutate({ language: next });
            }}
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
            checked={interpreter}
            disabled={!mayWrite || edit.isPending}
            onChange={(e) => {
              setInterpreter(e.target.checked);
              edit.mutate({ interpreter: e.target.checked });
            }}
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
