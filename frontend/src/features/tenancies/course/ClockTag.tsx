import { StatusTag } from '@/shared/ui/Tag';
import { useT } from '../texts';
import type { ClockStep } from './queries';
import { clockSteps } from './steps';

/** How far the term has come; nothing while it simply runs. */
export function ClockTag({ step }: { step: ClockStep | null }) {
  const t = useT();
  if (!step || step === 'running') return null;
  return <StatusTag tone={clockSteps[step]}>{t(`clock.tag.${step}`)}</StatusTag>;
}
