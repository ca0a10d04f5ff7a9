import { createFileRoute, Link } from '@tanstack/react-router';
import { AccountPage } from '@/features/accounts/AccountPage';
import { useT } from '@/features/accounts/texts';

export const Route = createFileRoute('/_app/kontoer/$accountId')({ component: OneAccount });

function OneAccount() {
  const t = useT();
  const { accountId } = Route.useParams();
  return (
    <AccountPage
      key={accountId}
      accountId={accountId}
      back={
        <Link to="/kontoer" className="ds-link">
          {t('account.list')}
        </Link>
      }
    />
  );
}
