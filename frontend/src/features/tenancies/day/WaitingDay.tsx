import { WaitingFacts } from '@/shared/offline/WaitingFacts';
import type { Keeping } from './keeping';
import { useT } from './texts';

export function WaitingDay({ keeping }: { keeping: Keeping }) {
  const t = useT();
  return (
    <WaitingFacts
      waiting={keeping.waiting}
      forget={keeping.forget}
      quiet
      words={{
        waiting: (count) => t('moveDay.waiting', { count }),
        sending: (count) => t('moveDay.sending', { count }),
        refused: (count) => t('moveDay.refused', { count }),
        hint: t('moveDay.waitingHint'),
        refusedHint: t('moveDay.refusedHint'),
        saved: t('moveDay.saved'),
        forget: t('moveDay.forget'),
      }}
    />
  );
}
