import { Button } from '@digdir/designsystemet-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useT as useShared } from '@/shared/i18n';
import { Section } from '@/shared/ui/Page';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import { StatusTag } from '@/shared/ui/Tag';
import { type Shortage, shortages } from '../queries';
import { useT } from '../texts';

export function Shortages({ siteId }: { siteId: string }) {
  const t = useT();
  const shared = useShared();
  const query = useInfiniteQuery(shortages(siteId));
  const found = query.data?.pages.flatMap((p) => p.items);
  return (
    <Section title={t('short.list')}>
      {query.isPending && <LoadingState lines={2} />}
      {query.isError && !found && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {found && <p className="muted flush">{found.length ? t('short.listHint') : t('short.none')}</p>}
      {found && found.length > 0 && (
        <ul className="lines">
          {found.map((one) => (
            <ShortageLine key={one.id} shortage={one} />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button type="button" variant="secondary" onClick={() => void query.fetchNextPage()}>
          {shared('list.more')}
        </Button>
      )}
    </Section>
  );
}

function ShortageLine({ shortage }: { shortage: Shortage }) {
  const t = useT();
  const { item, short, short_note, unit, reported_by, ordered, delivered } = shortage;
  const state = delivered ? 'arrived' : ordered ? 'ordered' : 'waits';
  return (
    <li>
      <span className="line-main">
        <bdi>{item}</bdi> · {t('short.line', { count: short })}
        <span className="muted line-sub">
          <bdi>
            {[short_note, reported_by && t('short.by', { name: reported_by.name })]
              .filter(Boolean)
              .join(' · ')}
          </bdi>
        </span>
      </span>
      <Link to="/klargjoring/$unitId" params={{ unitId: unit.id }} className="ds-link tap">
        <bdi>{unit.name}</bdi>
      </Link>
      <StatusTag tone={state === 'waits' ? 'warning' : 'info'}>{t(`short.${state}`)}</StatusTag>
    </li>
  );
}
