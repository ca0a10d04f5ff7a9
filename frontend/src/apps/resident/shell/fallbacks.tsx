import { Link } from '@tanstack/react-router';
import { PageHeader } from '@/shared/ui/Page';
import { EmptyState, ErrorState, LoadingState } from '@/shared/ui/states';
import { useT } from '../texts';

export function Failed({ error, reset }: { error: unknown; reset: () => void }) {
  const t = useT();
  return (
    <>
      <PageHeader title={t('page.failed')} />
      <ErrorState error={error} onRetry={reset} />
    </>
  );
}
export function NotFound() {
  const t = useT();
  return (
    <>
      <PageHeader title={t('page.notFound')} />
      <EmptyState
        title={t('page.notFoundTitle')}
        hint={t('page.notFoundHint')}
        action={
          <Link to="/" className="ds-link">
            {t('page.home')}
          </Link>
        }
      />
    </>
  );
}
export const Pending = () => <LoadingState lines={10} />;
