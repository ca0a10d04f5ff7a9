import { Button } from '@digdir/designsystemet-react';
import { BellIcon } from '@navikt/aksel-icons';
import { useQuery } from '@tanstack/react-query';
import { joined } from '@/shared/format/joined';
import { pathTo } from '@/shared/routing/links';
import { PathLink } from '@/shared/routing/PathLink';
import { Popup } from '@/shared/ui/Popup';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import { When } from '@/shared/ui/When';
import { type Notification, notifications, useMarkAllRead, useMarkRead } from './queries';
import { useT } from './texts';
import './bell.css';

export function Bell() {
  const t = useT();
  const list = useQuery(notifications);
  const read = useMarkRead();
  const readAll = useMarkAllRead();
  const unread = list.data?.unread ?? 0;
  return (
    <Popup
      wide
      label={t('notifications.button', { count: unread })}
      trigger={
        <span className="bell">
          <BellIcon aria-hidden fontSize="1.5rem" />
          {unread > 0 && <span className="bell-count">{unread > 99 ? '99+' : unread}</span>}
        </span>
      }
    >
      {(close) => (
        <div className="bell-list">
          <div className="bell-head">
            <h2 className="bell-title">{t('notifications.title')}</h2>
            {unread > 0 && (
              <Button
                type="button"
                variant="tertiary"
                loading={readAll.isPending}
                onClick={() => readAll.mutate()}
              >
                {t('notifications.readAll')}
              </Button>
            )}
          </div>
          {list.isPending && <LoadingState lines={3} />}
          {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
          {list.data?.items.length === 0 && <p className="muted flush">{t('notifications.none')}</p>}
          <ul className="plain-list">
            {list.data?.items.map((n) => (
              <Line
                key={n.id}
                notification={n}
                onOpen={() => {
                  if (!n.read_at) read.mutate(n.id);
                  close();
                }}
              />
            ))}
          </ul>
        </div>
      )}
    </Popup>
  );
}

function Line({ notification: n, onOpen }: { notification: Notification; onOpen: () => void }) {
  const t = useT();
  const path = n.link ? pathTo(n.link.to, n.link.id) : undefined;
  const kind = t(`notifications.kind.${n.kind}`);
  const text = <bdi>{n.about ?? kind}</bdi>;
  return (
    <li className="bell-line" data-unread={!n.read_at}>
      {path ? (
        <PathLink path={path} onClick={onOpen}>
          {text}
        </PathLink>
      ) : (
        text
      )}
      {!n.read_at && <span className="bell-new">{t('notifications.unread')}</span>}
      <span className="muted bell-detail">
        {joined(n.about ? kind : undefined, n.number)} · <When at={n.created_at} />
      </span>
    </li>
  );
}
