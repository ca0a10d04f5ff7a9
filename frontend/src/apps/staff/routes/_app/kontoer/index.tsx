import { createFileRoute, Link } from '@tanstack/react-router';
import { Accounts } from '@/features/accounts/Accounts';
import { type AccountSearch, accountSearch } from '@/features/accounts/accountSearch';
import { useT } from '@/features/accounts/texts';
import { usePatchSearch } from '@/shared/routing/usePatchSearch';
import { PageHeader } from '@/shared/ui/Page';

export const Route = createFileRoute('/_app/kontoer/')({
  validateSearch: accountSearch,
  component: AccountsPage,
});

function AccountsPage() {
  const t = useT();
  const add = (
    <Link to="/kontoer/ny" className="ds-button">
      {t('account.new')}
    </Link>
  );
  return (
    <>
      <PageHeader title={t('account.list')} lead={t('account.lead')} actions={add} />
      <Accounts search={Route.useSearch()} onSearch={usePatchSearch<AccountSearch>()} empty={add} />
    </>
  );
}
