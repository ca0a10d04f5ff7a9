import { useSite } from '@/shared/session/session';
import { EmptyState } from '@/shared/ui/states';
import { NeighbourHours } from '../deliveries/NeighbourHours';
import { useT } from '../texts';
import { Needs } from './Needs';
import { Orders } from './Orders';
import { Shortages } from './Shortages';
import './orders.css';

/** One site at a time: a lorry goes to one address. */
export function Ordering() {
  const t = useT();
  const { site } = useSite();
  if (!site) return <EmptyState title={t('furnishing.none')} hint={t('furnishing.noneHint')} />;
  return (
    <div className="stack ordering">
      <Shortages siteId={site.id} />
      <Needs site={site} />
      <Orders siteId={site.id} />
      <NeighbourHours siteId={site.id} />
    </div>
  );
}
