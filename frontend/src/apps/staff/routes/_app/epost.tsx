import { createFileRoute } from '@tanstack/react-router';
import { MailChoice } from '@/features/notifications/mail/MailChoice';
import { useT } from '@/features/notifications/texts';
import { PageHeader } from '@/shared/ui/Page';

export const Route = createFileRoute('/_app/epost')({ component: MailPage });

function MailPage() {
  const t = useT();
  return (
    <>
      <PageHeader title={t('mail.title')} lead={t('mail.lead')} />
      <MailChoice />
    </>
  );
}
