import { BellIcon } from '@navikt/aksel-icons';
import { useQuery } from '@tanstack/react-query';
import { pathTo } from '@/shared/routing/links';
import { PathLink } from '@/shared/routing/PathLink';
import { Popup } from '@/shared/ui/Popup';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import { When } from '@/shared/ui/When';
import { sentenceOf } from '@/shared/words/line';
import { type Notification, notifications, useMarkRead } from './queries';
import { useT } from './texts';
import './bell.css';

export function Bell() {
  const t = useT();
  const list = useQuery(notifications);
  const read = useMarkRead();
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
          <h2 className="bell-title">{t('notifications.title')}</h2>
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
  const sentence = sentenceOf(n);
  return (
    <li className="bell-line" data-unread={!n.read_at}>
      {path ? (
        <PathLink path={path} onClick={onOpen}>
          <bdi>{sentence}</bdi>
        </PathLink>
      ) : (
        <bdi>{sentence}</bdi>
      )}
      {!n.read_at && <span className="bell-new">{t('notifications.unread')}</span>}
      <span className="muted bell-detail">
        {n.title && n.title !== sentence && (
          <>
            <bdi>{n.title}</bdi> ·{' '}
          </>
        )}
        {n.at && <When at={n.at} />}
      </span>
    </li>
  );
}
