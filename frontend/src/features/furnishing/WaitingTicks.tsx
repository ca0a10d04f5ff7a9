import { Button } from '@digdir/designsystemet-react';
import { CheckmarkCircleIcon, CloudSlashIcon } from '@navikt/aksel-icons';
import { useOnline } from '@/shared/ui/states';
import { useT } from './texts';
import type { Ticking } from './ticking';
import './phone/phone.css';

interface Props {
  ticking: Ticking;
  /** Says nothing while everything is saved. */
  quiet?: boolean;
}
/** Whether what was ticked has arrived; heard and seen without looking for it. */
export function WaitingTicks({ ticking: { waiting, forget }, quiet }: Props) {
  const t = useT();
  const online = useOnline();
  const refused = waiting.filter((w) => w.refused);
  const count = waiting.length - refused.length;
  return (
    <>
      <div role="status">
        {count > 0 ? (
          <p className="ticks" data-waits={!online || undefined}>
            <CloudSlashIcon aria-hidden />
            <span>
              <strong>{t(online ? 'phone.sending' : 'phone.waiting', { count })}</strong>
              {!online && <span className="ticks-hint">{t('phone.waitingHint')}</span>}
            </span>
          </p>
        ) : (
          !quiet && (
            <p className="ticks muted">
              <CheckmarkCircleIcon aria-hidden /> {t('phone.saved')}
            </p>
          )
        )}
      </div>
      {refused.length > 0 && (
        <div className="ticks-refused" role="alert">
          <strong>{t('phone.refused', { count: refused.length })}</strong>
          <span>{t('phone.refusedHint')}</span>
          <Button type="button" variant="secondary" onClick={() => void forget(refused)}>
            {t('phone.forget')}
          </Button>
        </div>
      )}
    </>
  );
}
