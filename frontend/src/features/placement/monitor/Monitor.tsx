import { Button } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '@/shared/session/session';
import { EmptyState, ErrorState, LoadingState } from '@/shared/ui/states';
import { BandsDialog } from '../board/BandsDialog';
import { measures } from '../board/queries';
import { Warnings } from '../board/Warnings';
import { useT } from '../texts';
import { Mix } from './Mix';
import { Months } from './Months';
import { composition } from './queries';
import '../placement.css';
import '../board/board.css';
import './monitor.css';

/** Who lives in the house today, as counts alone, and how that has changed. */
export function Monitor({ siteId }: { siteId: string }) {
  const t = useT();
  const maySet = useMay('placement:write');
  const seesAll = useMay('placement:read');
  const [open, setOpen] = useState(false);
  const { data, error, refetch } = useQuery(composition(siteId));
  if (!data && error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState lines={10} />;
  const now = data.moments.at(-1);
  if (!now || data.moments.every((m) => m.households === 0))
    return <EmptyState title={t('monitor.empty')} hint={t('monitor.emptyHint')} />;
  return (
    <div className="mixing">
      <div className="mix-head">
        <p className="flush">
          {t('monitor.sum', { households: now.households, people: now.people })}{' '}
          <span className="muted">{t(seesAll ? 'monitor.lead' : 'monitor.leadFew')}</span>
        </p>
        {maySet && (
          <Button type="button" variant="tertiary" onClick={() => setOpen(true)}>
            {t('bands.open')}
          </Button>
        )}
      </div>
      {seesAll && (
        <Warnings title={t('monitor.outside')} none={t('monitor.inside')} warnings={data.warnings} />
      )}
      <div className="mixes">
        {measures.map((m) => (
          <Mix key={m} data={data} measure={m} />
        ))}
      </div>
      <Months data={data} />
      {open && <BandsDialog data={data} onClose={() => setOpen(false)} />}
    </div>
  );
}
