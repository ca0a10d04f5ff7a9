import { createFileRoute, Link } from '@tanstack/react-router';
import { NewAccount } from '@/features/accounts/NewAccount';
import { useT } from '@/features/accounts/texts';
import { PageHeader } from '@/shared/ui/Page';

export const Route = createFileRoute('/_app/kontoer/ny')({ component: NewAccountPage });

function NewAccountPage() {
  const t = useT();
  const navigate = Route.useNavigate();
  return (
    <>
      <PageHeader
        title={t('account.new')}
        lead={t('account.newLead')}
        back={
          <Link to="/kontoer" className="ds-link">
            {t('account.list')}
          </Link>
        }
      />
      <NewAccount
        onCreated={(accountId) => void navigate({ to: '/kontoer/$accountId', params: { accountId } })}
        onCancel={() => void navigate({ to: '/kontoer' })}
      />
    </>
  );
}
