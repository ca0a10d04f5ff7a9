import { useLanguages } from '@/shared/people/languages';
import { StatusTag, type Tone } from '@/shared/ui/Tag';
import type { Candidate, CandidateHousehold, Requirement, Support } from './queries';
import { useT } from './texts';

const statuses: Record<CandidateHousehold['status'], Tone> = {
  requested: 'warning',
  agreed: 'info',
  placed: 'success',
  settled: 'success',
  withdrawn: 'neutral',
};
export function HouseholdStatus({ status }: { status: CandidateHousehold['status'] }) {
  const t = useT();
  return <StatusTag tone={statuses[status]}>{t(`placing.status.${status}`)}</StatusTag>;
}

/** What the flat must have and how much follow-up to expect: codes in words, never reasons. */
export function Needs({ requirements, support }: { requirements: readonly Requirement[]; support: Support }) {
  const t = useT();
  return (
    <span className="place-tags">
      {requirements.map((r) => (
        <StatusTag key={r} tone="info">
          {t(`requirement.${r}`)}
        </StatusTag>
      ))}
      <StatusTag tone={support === 'unknown' || support === 'high' ? 'warning' : 'neutral'}>
        {t(`support.${support}`)}
      </StatusTag>
    </span>
  );
}

/** «34 år», an age band for those who see no more, or that nobody knows. */
export function useAgeWords() {
  const t = useT();
  return (person: Candidate): string => {
    if (person.view === 'card') return t(`placing.band.${person.age_band}`);
    return person.age === null ? t('placing.band.unknown') : t('placing.years', { count: person.age });
  };
}

export function useLanguageWords() {
  const t = useT();
  const { name } = useLanguages();
  return (codes: readonly string[]): string => codes.map(name).join(', ') || t('placing.languageUnknown');
}
