import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { CloudSlashIcon, ExclamationmarkTriangleIcon } from '@navikt/aksel-icons';
import { type ReactNode, useSyncExternalStore } from 'react';
import { NetworkError } from '@/shared/api/problem';
import { useT } from '@/shared/i18n';
import { describeError } from '@/shared/i18n/describeError';
import { CopyButton } from './CopyButton';

interface EmptyProps {
  title: string;
  /** What to do about it. */
  hint?: ReactNode;
  action?: ReactNode;
  icon?: ReactNode;
}
export function EmptyState({ title, hint, action, icon }: EmptyProps) {
  return (
    <div className="state">
      {icon}
      <Heading level={2} data-size="2xs">
        {title}
      </Heading>
      {hint && <Paragraph className="muted flush">{hint}</Paragraph>}
      {action}
    </div>
  );
}

export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useT();
  const { title, detail, requestId } = describeError(error);
  const offline = error instanceof NetworkError;
  return (
    <div className="state" role="alert">
      {offline ? (
        <CloudSlashIcon aria-hidden fontSize="2rem" />
      ) : (
        <ExclamationmarkTriangleIcon aria-hidden fontSize="2rem" />
      )}
      <Heading level={2} data-size="2xs">
        {title}
      </Heading>
      {detail && <Paragraph className="muted flush">{detail}</Paragraph>}
      {requestId && (
        <Paragraph className="muted flush">
          {t('error.reference')} <code>{requestId}</code>{' '}
          <CopyButton text={requestId} what={t('error.reference')} />
        </Paragraph>
      )}
      {onRetry && (
        <Button type="button" variant="secondary" onClick={onRetry}>
          {t('action.retry')}
        </Button>
      )}
    </div>
  );
}

/** Grey lines where the rows will stand; a reader hears «loading» once. */
export function LoadingState({ lines = 6 }: { lines?: number }) {
  const t = useT();
  return (
    <div className="skeletons" role="status">
      <span className="sr-only">{t('state.loading')}</span>
      {Array.from({ length: lines }, (_, i) => (
        <span key={i} className="skeleton" aria-hidden />
      ))}
    </div>
  );
}

const subscribe = (tell: () => void) => {
  addEventListener('online', tell);
  addEventListener('offline', tell);
  return () => {
    removeEventListener('online', tell);
    removeEventListener('offline', tell);
  };
};
export const useOnline = () => useSyncExternalStore(subscribe, () => navigator.onLine);

export function OfflineBanner() {
  const t = useT();
  const online = useOnline();
  return (
    <div role="status">
      {!online && (
        <p className="offline">
          <CloudSlashIcon aria-hidden fontSize="1.25rem" /> {t('state.offline')}
        </p>
      )}
    </div>
  );
}
