import { Button } from '@digdir/designsystemet-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { day } from '@/shared/format/dates';
import { useT as useShared } from '@/shared/i18n';
import { useMay, useSite } from '@/shared/session/session';
import { EmptyState, ErrorState, LoadingState } from '@/shared/ui/states';
import { type WeekSummary, weeks } from './queries';
import { useT } from './texts';

export function Weeks() {
  const t = useT();
  const shared = useShared();
  const mayPlan = useMay('crew:plan');
  const { site } = useSite();
  const query = useInfiniteQuery(weeks(site?.id));
  const found = query.data?.pages.flatMap((p) => p.items);
  if (query.isPending) return <LoadingState lines={4} />;
  if (!found) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!found.length)
    return <EmptyState title={t('crew.none')} hint={mayPlan ? t('crew.noneHint') : t('crew.noneHintRead')} />;
  return (
    <>
      <ul className="lines" aria-label={t('crew.list')}>
        {found.map((week) => (
          <OneWeek key={week.id} week={week} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button type="button" variant="secondary" onClick={() => void query.fetchNextPage()}>
          {shared('list.more')}
        </Button>
      )}
    </>
  );
}

function OneWeek({ week }: { week: WeekSummary }) {
  const t = useT();
  return (
    <li>
      <span className="line-main">
        <Link to="/klargjoring/arbeidslag/$weekId" params={{ weekId: week.id }} className="ds-link tap">
          <bdi>{week.name}</bdi>
        </Link>
        <span className="muted line-sub">
          {t('crew.period', { first: day(week.first_day), last: day(week.last_day) })}
          {' · '}
          {t('crew.youths', { count: week.youths })}
          {', '}
          {t('crew.leaders', { count: week.leaders })}
        </span>
      </span>
      <span className="muted figures">
        {week.assignments
          ? t('crew.signedOf', { signed: week.signed, all: week.assignments })
          : t('crew.noWork')}
      </span>
    </li>
  );
}
