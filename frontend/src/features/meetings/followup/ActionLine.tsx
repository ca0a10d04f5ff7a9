import { Button } from '@digdir/designsystemet-react';
import { CheckmarkCircleFillIcon } from '@navikt/aksel-icons';
import { useMutation } from '@tanstack/react-query';
import { joined } from '@/shared/format/joined';
import { pathTo } from '@/shared/routing/links';
import { PathLink } from '@/shared/routing/PathLink';
import { useMay } from '@/shared/session/session';
import { StatusTag } from '@/shared/ui/Tag';
import { toastError } from '@/shared/ui/toasts';
import { When } from '@/shared/ui/When';
import { settleAction } from '../mutations';
import { type Action, type ListedAction, useRefreshFollowUp } from '../queries';
import { useT } from '../texts';
import { isLate } from '../words';

export function ActionText({ action: a }: { action: Action }) {
  const t = useT();
  return (
    <span className="meet-text" data-settled={a.status !== 'open' || undefined}>
      <span>
        {a.status === 'done' && <CheckmarkCircleFillIcon aria-hidden className="meet-done" />}
        <bdi>{a.what}</bdi>
      </span>
      {a.note && <bdi className="meet-answer">{a.note}</bdi>}
      <bdi className="muted meet-with">{joined(a.owner?.name, t(`audience.${a.owner_organisation}`))}</bdi>
    </span>
  );
}

export function ActionDue({ action: a }: { action: Action }) {
  const t = useT();
  return (
    <span className="meet-tags">
      {a.status === 'open' ? (
        <When at={a.due_on} as="day" />
      ) : (
        <StatusTag tone={a.status === 'done' ? 'success' : 'neutral'}>
          {t(`action.status.${a.status}`)}
        </StatusTag>
      )}
      {isLate(a) && <StatusTag tone="warning">{t('action.status.overdue')}</StatusTag>}
    </span>
  );
}

export function OriginLink({ meeting }: Pick<ListedAction, 'meeting'>) {
  if (!meeting) return <>–</>;
  return (
    <span className="meet-text">
      <PathLink path={pathTo('meeting', meeting.id) ?? '/moter'}>
        <bdi>{meeting.title}</bdi>
      </PathLink>
      <span className="muted meet-with">
        <When at={meeting.begins_at} as="day" />
      </span>
    </span>
  );
}

/** Done in one press; with a word about it, or dropped with a reason, in a dialog. */
export function ActionButtons<A extends Action>({
  action: a,
  onMore,
}: {
  action: A;
  onMore: (action: A) => void;
}) {
  const t = useT();
  const mayDo = useMay('actions:write');
  const refresh = useRefreshFollowUp();
  const settle = useMutation({
    mutationFn: (status: Action['status']) => settleAction(a.id, { version: a.version, status }),
    onSettled: refresh,
    onError: toastError,
  });
  if (!mayDo) return null;
  if (a.status !== 'open')
    return (
      <Button
        type="button"
        variant="tertiary"
        loading={settle.isPending}
        aria-label={t('action.reopenLabel', { what: a.what })}
        onClick={() => settle.mutate('open')}
      >
        {t('action.reopen')}
      </Button>
    );
  return (
    <span className="meet-acts">
      <Button
        type="button"
        variant="secondary"
        loading={settle.isPending}
        aria-label={t('action.doneLabel', { what: a.what })}
        onClick={() => settle.mutate('done')}
      >
        {t('action.done')}
      </Button>
      <Button
        type="button"
        variant="tertiary"
        aria-label={t('action.moreLabel', { what: a.what })}
        onClick={() => onMore(a)}
      >
        {t('action.more')}
      </Button>
    </span>
  );
}
