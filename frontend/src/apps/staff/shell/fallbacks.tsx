import { Link } from '@tanstack/react-router';
import { createContext, type ReactNode, use } from 'react';
import { PageHeader } from '@/shared/ui/Page';
import { EmptyState, ErrorState, LoadingState } from '@/shared/ui/states';
import { useT } from '../texts';

/** True inside the shell, which has the page's `main` already. */
export const InShell = createContext(false);

function Frame({ title, children }: { title: string; children: ReactNode }) {
  const content = (
    <>
      <PageHeader title={title} />
      {children}
    </>
  );
  return use(InShell) ? content : <main>{content}</main>;
}

export function Failed({ error, reset }: { error: unknown; reset: () => void }) {
  const t = useT();
  return (
    <Frame title={t('page.failed')}>
      <ErrorState error={error} onRetry={reset} />
    </Frame>
  );
}
export function NotFound() {
  const t = useT();
  return (
    <Frame title={t('page.notFound')}>
      <EmptyState
        title={t('page.notFoundTitle')}
        hint={t('page.notFoundHint')}
        action={
          <Link to="/" className="ds-link">
            {t('page.home')}
          </Link>
        }
      />
    </Frame>
  );
}
export const Pending = () => <LoadingState lines={10} />;
