import { PlusIcon } from '@navikt/aksel-icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { PathLink } from '@/shared/routing/PathLink';
import { countSet } from '@/shared/routing/search';
import { useMay, useSite } from '@/shared/session/session';
import { PageHeader } from '@/shared/ui/Page';
import { EmptyState } from '@/shared/ui/states';
import { type IncidentSearch, incidentFilters } from '../incidentSearch';
import { openCounts } from '../queries';
import { useT } from '../texts';
import { Board } from './Board';
import { Filters } from './Filters';
import { IncidentTable } from './IncidentTable';
import '../incidents.css';

interface Props {
  search: IncidentSearch;
  onSearch: (change: Partial<IncidentSearch>) => void;
}
export function Incidents({ search, onSearch }: Props) {
  const t = useT();
  const mayReport = useMay('incidents:report');
  const { chosen } = useSite();
  const siteId = chosen?.id;
  const board = search.view === 'board' && search.tab !== 'closed';
  const filtered = countSet(search, incidentFilters) > 0;
  const tab = search.tab ?? 'open';
  return (
    <>
      <PageHeader
        title={t('incidents.title')}
        lead={<Counts siteId={siteId} />}
        actions={
          mayReport && (
            <PathLink path="/hendelser/ny" className="ds-button inc-report">
              <PlusIcon aria-hidden />
              {t('incidents.report')}
            </PathLink>
          )
        }
      />
      <Tabs search={search} />
      <Filters search={search} onSearch={onSearch} siteId={siteId} />
      {board ? (
        <Board search={search} siteId={siteId} />
      ) : (
        <IncidentTable
          search={search}
          onSearch={onSearch}
          siteId={siteId}
          empty={
            filtered ? (
              <EmptyState title={t('incidents.noneFound')} hint={t('incidents.noneFoundHint')} />
            ) : (
              <EmptyState title={t(`incidents.none.${tab}`)} hint={t(`incidents.noneHint.${tab}`)} />
            )
          }
        />
      )}
    </>
  );
}

function Counts({ siteId }: { siteId?: string }) {
  const t = useT();
  const counts = useQuery(openCounts(siteId)).data;
  if (!counts) return <>&nbsp;</>;
  const acute = counts.items.filter((i) => i.severity === 'acute').reduce((n, i) => n + i.count, 0);
  const fresh = counts.items.filter((i) => i.status === 'new').reduce((n, i) => n + i.count, 0);
  return <>{t('incidents.counts', { open: counts.open, acute, fresh })}</>;
}

function Tabs({ search }: { search: IncidentSearch }) {
  const t = useT();
  const tabs = [undefined, 'mine', 'closed'] as const;
  const views = [undefined, 'board'] as const;
  const keep = (change: Partial<IncidentSearch>) => (old: Record<string, unknown>) => ({ ...old, ...change });
  return (
    <div className="inc-bar">
      <nav aria-label={t('incidents.which')}>
        <ul className="plain-list inc-tabs">
          {tabs.map((tab) => (
            <li key={tab ?? 'open'}>
              <Link
                to="."
                search={keep({ tab, status: undefined, sort: undefined })}
                className="inc-tab"
                activeProps={{ 'aria-current': undefined }}
                data-here={search.tab === tab}
                aria-current={search.tab === tab ? 'page' : undefined}
              >
                {t(`incidents.tab.${tab ?? 'open'}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {search.tab !== 'closed' && (
        <nav aria-label={t('incidents.how')}>
          <ul className="plain-list inc-views">
            {views.map((view) => (
              <li key={view ?? 'table'}>
                <Link
                  to="."
                  search={keep({ view })}
                  className="inc-view"
                  activeProps={{ 'aria-current': undefined }}
                  data-here={search.view === view}
                  aria-current={search.view === view ? 'true' : undefined}
                >
                  {t(`incidents.view.${view ?? 'table'}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  );
}
