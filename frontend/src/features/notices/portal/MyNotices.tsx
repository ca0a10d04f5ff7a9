import { Button } from '@digdir/designsystemet-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { EmptyState, ErrorState, LoadingState } from '@/shared/ui/states';
import { When } from '@/shared/ui/When';
import { myNotices, type Notice, useMarkAllSeen } from './queries';
import { useT } from './texts';
import './notices.css';

interface Props {
  /** The route's own link to what a notice is about; nothing where the portal has no page for it. */
  linkTo: (link: NonNullable<Notice['link']>, text: ReactNode) => ReactNode;
}
/** Looking at the page is reading it; what was new when it was opened is marked until it is left. */
export function MyNotices({ linkTo }: Props) {
  const t = useT();
  const query = useInfiniteQuery(myNotices);
  const { mutate: markAllSeen } = useMarkAllSeen();
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const notices = query.data?.pages.flatMap((page) => page.items);
  const unread = notices?.filter((one) => !one.read_at).map((one) => one.id) ?? [];
  if (unread.some((id) => !fresh.has(id))) setFresh(new Set([...fresh, ...unread]));
  const anyUnread = unread.length > 0;
  useEffect(() => {
    if (anyUnread) markAllSeen();
  }, [anyUnread, markAllSeen]);
  if (query.isPending) return <LoadingState lines={4} />;
  if (!notices) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (notices.length === 0) return <EmptyState title={t('notices.none')} hint={t('notices.noneHint')} />;
  return (
    <>
      <ul className="plain-list notices">
        {notices.map((one) => (
          <NoticeCard key={one.id} notice={one} fresh={fresh.has(one.id)} linkTo={linkTo} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button
          type="button"
          variant="secondary"
          data-size="lg"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('notices.more')}
        </Button>
      )}
    </>
  );
}

function NoticeCard({ notice, fresh, linkTo }: { notice: Notice; fresh: boolean } & Props) {
  const t = useT();
  const { title, from, to, place } = notice.about;
  return (
    <li className="notice" data-fresh={fresh}>
      <p className="notice-head">
        <strong>{t(`notices.kind.${notice.kind}`)}</strong>
        {fresh && <span className="notice-new">{t('notices.new')}</span>}
        <span className="muted">
          <When at={notice.created_at} />
        </span>
      </p>
      {title && (
        <p className="flush">
          <bdi>{title}</bdi>
        </p>
      )}
      <dl className="descriptions">
        <Moment term={from ? t('notices.to') : t('notices.at')} at={to} />
        <Moment term={t('notices.from')} at={from} over />
        {place && (
          <div>
            <dt>{t('notices.place')}</dt>
            <dd>
              <bdi>{place}</bdi>
            </dd>
          </div>
        )}
      </dl>
      {notice.link && linkTo(notice.link, t('notices.open'))}
    </li>
  );
}

/** `over`: the time that no longer holds. */
function Moment({ term, at, over = false }: { term: string; at?: string; over?: boolean }) {
  if (!at) return null;
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        {over ? (
          <s>
            <When at={at} as="words" />
          </s>
        ) : (
          <When at={at} as="words" />
        )}
      </dd>
    </div>
  );
}
