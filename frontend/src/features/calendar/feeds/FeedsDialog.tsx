import { Button } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmDialog, FormDialog } from '@/shared/ui/dialogs';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import { toast, toastError } from '@/shared/ui/toasts';
import { When } from '@/shared/ui/When';
import { type Feed, feeds, revokeFeed, useKeepFeeds } from '../queries';
import { useT } from '../texts';
import { Address } from './Address';
import { MakeFeed } from './MakeFeed';

/** My addresses for other calendars: made here, shown once, closed here. */
export function FeedsDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const query = useQuery(feeds);
  const [address, setAddress] = useState<string>();
  return (
    <FormDialog open title={t('feeds.title')} onClose={onClose} guarded={address !== undefined}>
      <div className="stack">
        <p className="muted flush">{t('feeds.lead')}</p>
        {address ? (
          <Address address={address} onDone={() => setAddress(undefined)} />
        ) : (
          <MakeFeed onMade={setAddress} />
        )}
        {query.isPending && <LoadingState lines={2} />}
        {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        {query.data?.items.length === 0 && <p className="muted flush">{t('feeds.none')}</p>}
        <ul className="plain-list cal-feeds">
          {query.data?.items.map((feed) => (
            <Line key={feed.id} feed={feed} />
          ))}
        </ul>
      </div>
    </FormDialog>
  );
}

function Line({ feed }: { feed: Feed }) {
  const t = useT();
  const keep = useKeepFeeds();
  const [asking, setAsking] = useState(false);
  const revoke = async () => {
    try {
      await revokeFeed(feed.id);
      toast(t('feeds.revoked'));
      await keep();
    } catch (error) {
      toastError(error);
    }
    setAsking(false);
  };
  return (
    <li>
      <span>
        <bdi>{feed.label}</bdi>
        <span className="muted">
          {feed.last_read_at ? (
            <>
              {t('feeds.lastRead')} <When at={feed.last_read_at} />
            </>
          ) : (
            t('feeds.never')
          )}
        </span>
      </span>
      <Button type="button" variant="tertiary" onClick={() => setAsking(true)}>
        {t('feeds.revoke')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('feeds.revokeAsk', { label: feed.label })}
        text={t('feeds.revokeText')}
        confirmLabel={t('feeds.revoke')}
        danger
        onConfirm={revoke}
        onClose={() => setAsking(false)}
      />
    </li>
  );
}
