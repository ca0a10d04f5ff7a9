import { createFileRoute } from '@tanstack/react-router';
import { Sessions } from '@/features/sessions/Sessions';
import { useT } from '@/features/sessions/texts';
import { PageHeader } from '@/shared/ui/Page';

export const Route = createFileRoute('/_app/okter')({ component: SessionsPage });

function SessionsPage() {
  const t = useT();
  return (
    <>
      <PageHeader title={t('sessions.title')} lead={t('sessions.lead')} />
      <Sessions />
    </>
  );
}
