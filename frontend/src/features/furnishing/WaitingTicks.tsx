import { WaitingFacts } from '@/shared/offline/WaitingFacts';
import { useT } from './texts';
import type { Ticking } from './ticking';

/** Whether what was ticked has arrived. */
export function WaitingTicks({ ticking, quiet }: { ticking: Ticking; quiet?: boolean }) {
  const t = useT();
  return (
    <WaitingFacts
      waiting={ticking.waiting}
      forget={ticking.forget}
      quiet={quiet}
      words={{
        waiting: (count) => t('phone.waiting', { count }),
        sending: (count) => t('phone.sending', { count }),
        refused: (count) => t('phone.refused', { count }),
        hint: t('phone.waitingHint'),
        refusedHint: t('phone.refusedHint'),
        saved: t('phone.saved'),
        forget: t('phone.forget'),
      }}
    />
  );
}
