import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { EmptyState, ErrorState, LoadingState } from '@/shared/ui/states';
import { house } from '../queries';
import { useT } from '../texts';
import { Elevation } from './Elevation';
import { type Filters, sharedFeatures } from './filters';
import { SharedFeatures } from './SharedFeatures';
import './house.css';
import './elevation.css';

interface Props {
  site: { id: string; name: string };
  filters: Filters;
}
/** The buildings of one site on their common ground. */
export function SiteHouse({ site, filters }: Props) {
  const t = useT();
  const id = useId();
  const query = useQuery(house(site.id));
  if (query.isPending) return <LoadingState lines={8} />;
  if (query.isError && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const drawn = query.data;
  if (drawn.floors.length === 0)
    return <EmptyState title={t('house.empty', { site: site.name })} hint={t('house.emptyHint')} />;
  const shared = sharedFeatures(drawn);
  const parts = [...new Set(drawn.floors.map((f) => f.part))];
  return (
    <section className="house" aria-labelledby={id}>
      <div className="house-head">
        <h2 id={id} className="house-name">
          <bdi>{site.name}</bdi>
        </h2>
        <p className="muted flush">
          {t('house.occupied', { occupied: drawn.states.occupied ?? 0, dwellings: drawn.dwellings })}
        </p>
      </div>
      <div className="scene">
        {parts.map((part) => (
          <Elevation
            key={part}
            part={part}
            floors={drawn.floors.filter((f) => f.part === part)}
            filters={filters}
            shared={shared}
            label={part === 'main' ? `${t('house.main')}, ${site.name}` : t('house.common')}
          />
        ))}
      </div>
      <SharedFeatures features={shared} />
    </section>
  );
}
