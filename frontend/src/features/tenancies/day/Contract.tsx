import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { day as asDay } from '@/shared/format/dates';
import { useMay } from '@/shared/session/session';
import { LoadingState } from '@/shared/ui/states';
import { toastError } from '@/shared/ui/toasts';
import {
  type Clause,
  type ClauseLanguage,
  clauseLanguages,
  clauses,
  clausesOf,
  isClauseLanguage,
} from '../clauses/clauses';
import { resident, type TenancyCare } from '../queries';
import { useT as useTenancyT } from '../texts';
import { explainedClauses, type Keeping } from './keeping';
import type { MoveInDay } from './queries';
import { useT } from './texts';

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
  const [said, setSaid] = useState<Partial<Record<Clause['code'], boolean>>>({});
  const noted = isClauseLanguage(day.language) ? day.language : undefined;
  const language = chosen.language ?? noted ?? (isClauseLanguage(own) ? own : 'nb');
  const { data } = useQuery(clauses(language));
  const note = (given: typeof chosen) => {
    setChosen({ ...chosen, ...given });
    void keeping.keep({ what: 'note', ...given }).catch(toastError);
  };
  const here = clausesOf(data ?? [], lease.kind);
  const known = explainedClauses(day, keeping.waiting);
  const explained = new Set(here.map((one) => one.code).filter((code) => said[code] ?? known.has(code)));
  const explain = (clause: Clause['code'], so: boolean) => {
    setSaid({ ...said, [clause]: so });
    void keeping.keep({ what: 'clause', clause, explained: so }).catch(toastError);
    if (so && here.every((one) => one.code === clause || explained.has(one.code)))
      void keeping.keep({ what: 'tick', step: 'contract', done: true }).catch(toastError);
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
            onChange={(e) =>
              note({ language: clauseLanguages.find((one) => one === e.target.value) ?? 'nb' })
            }
          >
            {clauseLanguages.map((one) => (
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
        <p className="flush" role="status">
          {t('moveDay.clauses', {
            done: here.filter((one) => explained.has(one.code)).length,
            all: here.length,
          })}
        </p>
      )}
      {data && (
        <ol className="day-clauses" lang={language} dir={language === 'ar' ? 'rtl' : 'ltr'}>
          {here.map((clause) => (
            <li key={clause.code}>
              <label className="day-clause">
                <input
                  className="ds-input"
                  type="checkbox"
                  checked={explained.has(clause.code)}
                  disabled={!mayWrite}
                  onChange={(e) => explain(clause.code, e.target.checked)}
                />
                <strong>{clause.title}</strong>
                <span>{clause.text}</span>
              </label>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
