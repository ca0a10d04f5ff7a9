import { useQuery } from '@tanstack/react-query';
import { useLocale } from '@/shared/i18n';
import { StatusTag } from '@/shared/ui/Tag';
import { template } from './queries';
import { useT } from './texts';
import { type MilestoneStatus, milestoneStatuses } from './vocabulary';

export function MilestoneStatusWord({ status }: { status: MilestoneStatus }) {
  const t = useT();
  return <StatusTag tone={milestoneStatuses[status]}>{t(`milestone.status.${status}`)}</StatusTag>;
}

/** The template's own words for a step, in the reader's language. */
export function useSteps() {
  const locale = useLocale();
  const steps = useQuery(template).data?.items ?? [];
  const find = (code: string, edition?: number) =>
    steps.find((s) => s.code === code && (edition === undefined || s.edition === edition));
  const words = (code: string, edition?: number) => find(code, edition)?.texts[locale === 'nb' ? 'nb' : 'en'];
  return {
    steps,
    law: (code: string, edition: number) => find(code, edition)?.law,
    words,
    name: (code: string) => words(code)?.name ?? code,
  };
}

const DAY = 86_400_000;
/** Whole days between two calendar days. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / DAY);
