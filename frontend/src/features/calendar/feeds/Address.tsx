import { Button } from '@digdir/designsystemet-react';
import { CopyButton } from '@/shared/ui/CopyButton';
import { useT } from '../texts';

export function Address({ address, onDone }: { address: string; onDone: () => void }) {
  const t = useT();
  return (
    <div className="cal-address" role="status">
      <strong>{t('feeds.made')}</strong>
      <p className="flush">{t('feeds.madeHint')}</p>
      <div className="cal-copy">
        <code dir="ltr">{address}</code>
        <CopyButton text={address} what={t('feeds.address')} />
      </div>
      <Button type="button" variant="secondary" onClick={onDone}>
        {t('feeds.another')}
      </Button>
    </div>
  );
}
