import { Link } from '@tanstack/react-router';
import { PageHeader } from '@/shared/ui/Page';
import { EmptyState, ErrorState, LoadingState } from '@/shared/ui/states';
import { useT } from '../texts';

export function Failed({ error, reset }: { error: unknown; reset: () => void }) {
  const t = useT();
  return (
    <div className="fallback">
      <PageHeader title={t('page.failed')} />
      <ErrorState error={error} onRetry={reset} />
    </div>
  );
}
export function NotFound() {
  const t = useT();
  return (
    <div className="fallback">
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
    </div>
  );
}
export const Pending = () => <LoadingState lines={10} />;
