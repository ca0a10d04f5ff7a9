import { useQuery } from '@tanstack/react-query';
import { Section } from '@/shared/ui/Page';
import { EmptyState, ErrorState, LoadingState } from '@/shared/ui/states';
import { waitingTimes } from '../queries';
import { useT } from '../texts';
import { useSteps } from '../words';
import './waiting.css';

/** Medians per step, the slowest first, as figures with a bar behind each. */
export function WaitingTimes({ siteId }: { siteId: string }) {
  const t = useT();
  const { name } = useSteps();
  const query = useQuery(waitingTimes(siteId));
  if (query.isPending) return <LoadingState lines={6} />;
  if (!query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const { items, least } = query.data;
  const longest = Math.max(1, ...items.map((x) => x.median_days ?? 0));
  return (
    <Section title={t('times.title')}>
      <p className="muted">{t('times.lead')}</p>
      {items.length === 0 ? (
        <EmptyState title={t('times.none')} hint={t('times.noneHint')} />
      ) : (
        <div className="table-frame times-frame" role="region" aria-label={t('times.title')} tabIndex={0}>
          <table className="ds-table table times">
            <caption className="sr-only">{t('times.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('times.step')}</th>
                <th scope="col">{t('times.median')}</th>
                <th scope="col">{t('times.done')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((x) => (
                <tr key={x.code}>
                  <th scope="row">{name(x.code)}</th>
                  {x.median_days === null ? (
                    <td colSpan={2} className="muted">
                      {t('times.withheld', { least })}
                    </td>
                  ) : (
                    <>
                      <td className="figures">
                        {x.median_days}
                        <span
                          aria-hidden
                          className="times-bar"
                          style={{ inlineSize: `${(80 * x.median_days) / longest}%` }}
                        />
                      </td>
                      <td className="figures">{x.done}</td>
                    </>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}
