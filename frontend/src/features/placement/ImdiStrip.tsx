import { Button } from '@digdir/designsystemet-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { idempotencyKeys } from '@/shared/api/client';
import { useMay } from '@/shared/session/session';
import { StatusTag } from '@/shared/ui/Tag';
import { toast, toastError } from '@/shared/ui/toasts';
import { When } from '@/shared/ui/When';
import { imdiChecks, noteCheck, useRefreshPlacement } from './queries';
import { useT } from './texts';

/** IMDinett sends no mail about persons: somebody has to look, and the others see who did. */
export function ImdiStrip() {
  const t = useT();
  const mayNote = useMay('placement:write');
  const queryClient = useQueryClient();
  const refresh = useRefreshPlacement();
  const [keyFor] = useState(idempotencyKeys);
  const checks = useQuery(imdiChecks).data;
  const note = useMutation({
    mutationFn: (found: boolean) => noteCheck(found, keyFor({ found, after: checks?.items[0]?.id })),
    onSuccess: (now) => {
      queryClient.setQueryData(imdiChecks.queryKey, now);
      refresh();
      toast(t('imdi.noted'));
    },
    onError: toastError,
  });
  if (!checks) return null;
  const last = checks.items[0];
  const late = checks.days_since === null || checks.days_since >= checks.remind_after;
  return (
    <section className="imdi" aria-label={t('imdi.title')} data-late={late || undefined}>
      <p className="flush">
        {late && <StatusTag tone="warning">{t('imdi.due')}</StatusTag>}{' '}
        {last ? (
          <>
            {t('imdi.last')} <When at={last.at} /> {t('imdi.by')} <bdi>{last.checked_by}</bdi>
          </>
        ) : (
          t('imdi.never')
        )}
      </p>
      {mayNote && (
        <div className="actions">
          <Button
            type="button"
            variant="secondary"
            loading={note.isPending}
            onClick={() => note.mutate(false)}
          >
            {t('imdi.nothing')}
          </Button>
          <Button type="button" variant="tertiary" loading={note.isPending} onClick={() => note.mutate(true)}>
            {t('imdi.found')}
          </Button>
        </div>
      )}
    </section>
  );
}
