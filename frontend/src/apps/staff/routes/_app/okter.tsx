import { createFileRoute } from '@tanstack/react-router';
import { OwnMail } from '@/features/outbox/OwnMail';
import { Sessions } from '@/features/sessions/Sessions';
import { useT } from '@/features/sessions/texts';
import { useMay } from '@/shared/session/session';
import { PageHeader } from '@/shared/ui/Page';

export const Route = createFileRoute('/_app/okter')({ component: SessionsPage });

function SessionsPage() {
  const t = useT();
  const mayChoose = useMay('notifications:own');
  return (
    <>
      <PageHeader title={t('sessions.title')} lead={t('sessions.lead')} />
      <Sessions />
      {mayChoose && <OwnMail />}
    </>
  );
}
