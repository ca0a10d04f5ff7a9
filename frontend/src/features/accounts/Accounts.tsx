import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { countSet } from '@/shared/routing/search';
import { type Column, DataList } from '@/shared/ui/DataList';
import { FilterBar, FilterSelect, FilterText } from '@/shared/ui/FilterBar';
import { EmptyState } from '@/shared/ui/states';
import { When } from '@/shared/ui/When';
import { type AccountSearch, accountStates } from './accountSearch';
import { type Account, type AccountState, accounts } from './queries';
import { StateTag, useRoleNames } from './roles';
import { useT } from './texts';

const states = Object.keys(accountStates) as AccountState[];

interface Props {
  search: AccountSearch;
  onSearch: (change: Partial<AccountSearch>) => void;
  /** What to offer where there is nobody yet. */
  empty: ReactNode;
}
export function Accounts({ search, onSearch, empty }: Props) {
  const t = useT();
  const query = useInfiniteQuery(accounts(search));
  const roleNames = useRoleNames();
  const columns: Column<Account>[] = [
    { key: 'name', header: t('account.name'), cell: (a) => <AccountLink account={a} /> },
    { key: 'user', header: t('account.userName'), cell: (a) => <bdi dir="ltr">{a.user_name}</bdi> },
    { key: 'roles', header: t('account.roles'), cell: (a) => roleNames(a) || '–' },
    { key: 'state', header: t('account.state'), cell: (a) => <StateTag of={a.state} /> },
    { key: 'seen', header: t('account.lastSeen'), figures: true, cell: (a) => <LastSeen of={a} /> },
  ];
  const active = countSet(search, ['q', 'state']);
  return (
    <>
      <FilterBar active={active} onClear={() => onSearch({ q: undefined, state: undefined })}>
        <FilterText label={t('account.search')} value={search.q} onChange={(q) => onSearch({ q })} />
        <FilterSelect
          label={t('account.state')}
          value={search.state}
          options={states.map((value) => ({ value, label: t(`account.state.${value}`) }))}
          onChange={(state) => onSearch({ state })}
        />
      </FilterBar>
      <DataList
        label={t('account.list')}
        query={query}
        columns={columns}
        rowKey={(a) => a.id}
        card={(a) => (
          <>
            <span className="row tight">
              <AccountLink account={a} /> <StateTag of={a.state} />
            </span>
            <span className="muted">{roleNames(a)}</span>
          </>
        )}
        empty={
          active ? (
            <EmptyState title={t('account.noneFound')} hint={t('account.noneFoundHint')} />
          ) : (
            <EmptyState title={t('account.none')} hint={t('account.noneHint')} action={empty} />
          )
        }
      />
    </>
  );
}

function AccountLink({ account }: { account: Account }) {
  return (
    <Link to="/kontoer/$accountId" params={{ accountId: account.id }} className="ds-link">
      <bdi>{account.name}</bdi>
    </Link>
  );
}

function LastSeen({ of }: { of: Account }) {
  const t = useT();
  return of.last_seen_at ? <When at={of.last_seen_at} /> : t('account.never');
}
