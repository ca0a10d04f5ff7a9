import { Button } from '@digdir/designsystemet-react';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { body, client } from '@/shared/api/client';
import { browserOf } from '@/shared/format/browserOf';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import { StatusTag } from '@/shared/ui/Tag';
import { toast, toastError } from '@/shared/ui/toasts';
import { When } from '@/shared/ui/When';
import { useT } from './texts';
import './sessions.css';

const sessions = queryOptions({
  queryKey: ['get', '/v1/sessions'],
  queryFn: ({ signal }) => body(client.GET('/v1/sessions', { signal })),
});

export function Sessions() {
  const t = useT();
  const queryClient = useQueryClient();
  const query = useQuery(sessions);
  const end = useMutation({
    mutationFn: (id: string) =>
      body(client.DELETE('/v1/sessions/{session_id}', { params: { path: { session_id: id } } })),
    onSuccess: () => toast(t('sessions.ended')),
    onError: toastError,
    onSettled: () => queryClient.invalidateQueries({ queryKey: sessions.queryKey }),
  });
  if (query.isPending) return <LoadingState lines={3} />;
  if (query.isError && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <ul className="plain-list sessions">
      {query.data.items.map((one) => (
        <li key={one.id}>
          <div>
            <strong>
              {t(`sessions.kind.${one.kind}`)} <bdi>{browserOf(one.label)}</bdi>
            </strong>{' '}
            {one.current && <StatusTag tone="success">{t('sessions.here')}</StatusTag>}
            <div className="muted">
              {t('sessions.since')} <When at={one.created_at} as="short" /> · {t('sessions.seen')}{' '}
              <When at={one.last_seen_at} />
            </div>
          </div>
          {!one.current && (
            <Button
              type="button"
              variant="secondary"
              disabled={end.isPending}
              onClick={() => end.mutate(one.id)}
            >
              {t('sessions.end')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
