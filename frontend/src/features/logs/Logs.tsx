import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMay } from '@/shared/session/session';
import { PageHeader } from '@/shared/ui/Page';
import { EmptyState } from '@/shared/ui/states';
import { ChangeList } from './ChangeList';
import { DisclosureList } from './DisclosureList';
import type { LogSearch } from './logSearch';
import { useT } from './texts';
import './logs.css';

export interface Props {
  search: LogSearch;
  onSearch: (change: Partial<LogSearch>) => void;
}
/** What was changed, and whose data was shown to whom; each for those whose duty it is to look. */
export function Logs({ search, onSearch }: Props) {
  const t = useT();
  const mayChanges = useMay('changes:read');
  const mayLooks = useMay('disclosures:read');
  if (!mayChanges && !mayLooks)
    return (
      <>
        <PageHeader title={t('log.title')} />
        <EmptyState title={t('log.notYours')} hint={t('log.notYoursHint')} />
      </>
    );
  const looks = mayLooks && (search.tab === 'disclosures' || !mayChanges);
  return (
    <>
      <PageHeader title={t('log.title')} lead={t(looks ? 'log.leadLooks' : 'log.leadChanges')} />
      {mayChanges && mayLooks && (
        <nav aria-label={t('log.which')}>
          <ul className="plain-list log-tabs">
            <Tab to={undefined} current={!looks}>
              {t('log.changes')}
            </Tab>
            <Tab to="disclosures" current={looks}>
              {t('log.looks')}
            </Tab>
          </ul>
        </nav>
      )}
      {looks ? (
        <DisclosureList search={search} onSearch={onSearch} />
      ) : (
        <ChangeList search={search} onSearch={onSearch} />
      )}
    </>
  );
}

interface TabProps {
  to: LogSearch['tab'];
  current: boolean;
  children: ReactNode;
}
function Tab({ to, current, children }: TabProps) {
  return (
    <li>
      <Link
        to="."
        // who and when mean the same in both logs; what does not
        search={
          ((old: LogSearch) => ({
            ...old,
            tab: to,
            table: undefined,
            page: undefined,
            row: undefined,
          })) as never
        }
        activeOptions={{ exact: true, includeSearch: true, explicitUndefined: true }}
        aria-current={current ? 'page' : undefined}
        className="log-tab"
      >
        {children}
      </Link>
    </li>
  );
}
