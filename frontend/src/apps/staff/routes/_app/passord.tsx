import { createFileRoute } from '@tanstack/react-router';
import { ChangePassword } from '@/features/sign-in/ChangePassword';
import { useT } from '@/features/sign-in/texts';
import { PageHeader } from '@/shared/ui/Page';

export const Route = createFileRoute('/_app/passord')({ component: PasswordPage });

function PasswordPage() {
  const t = useT();
  return (
    <>
      <PageHeader title={t('password.title')} lead={t('password.lead')} />
      <ChangePassword />
    </>
  );
}
