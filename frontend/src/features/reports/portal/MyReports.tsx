import { Button } from '@digdir/designsystemet-react';
import { ImageIcon } from '@navikt/aksel-icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { joined } from '@/shared/format/joined';
import { EmptyState, ErrorState, LoadingState } from '@/shared/ui/states';
import { When } from '@/shared/ui/When';
import { iconOf, isKind } from './kinds';
import { PlainStatusTag } from './PlainStatusTag';
import { myReports } from './queries';
import { useT } from './texts';
import './reports.css';

interface Props {
  /** The route's own link around a report's title. */
  linkTo: (id: string, title: ReactNode) => ReactNode;
  begin: ReactNode;
}
export function MyReports({ linkTo, begin }: Props) {
  const t = useT();
  const query = useInfiniteQuery(myReports);
  if (query.isPending) return <LoadingState lines={4} />;
  if (query.isError && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const reports = query.data.pages.flatMap((page) => page.items);
  if (reports.length === 0)
    return <EmptyState title={t('reports.none')} hint={t('reports.noneHint')} action={begin} />;
  return (
    <>
      <ul className="plain-list reports">
        {reports.map((report) => {
          const Icon = iconOf(report.category);
          return (
            <li key={report.id} className="report">
              <Icon aria-hidden fontSize="2rem" />
              <div>
                {linkTo(
                  report.id,
                  isKind(report.category) ? t(`tell.kind.${report.category}`) : <bdi>{report.title}</bdi>,
                )}
                <span className="reports-line">
                  <PlainStatusTag status={report.status} />
                  <span className="muted">
                    {joined(
                      report.number,
                      report.unit_label && t('reports.unit', { unit: report.unit_label }),
                    )}{' '}
                    · <When at={report.created_at} />
                  </span>
                  {report.picture_count > 0 && (
                    <span className="muted">
                      <ImageIcon aria-hidden /> {t('reports.pictures', { count: report.picture_count })}
                    </span>
                  )}
                </span>
              </div>
            </li>
          );
        })}
      </ul>
      {query.hasNextPage && (
        <Button
          type="button"
          variant="secondary"
          data-size="lg"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('list.more')}
        </Button>
      )}
    </>
  );
}
