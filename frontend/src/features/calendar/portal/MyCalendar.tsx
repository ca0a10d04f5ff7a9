import { Button } from '@digdir/designsystemet-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { CopyButton } from '@/shared/ui/CopyButton';
import { Section } from '@/shared/ui/Page';
import { toast, toastError } from '@/shared/ui/toasts';
import { When } from '@/shared/ui/When';
import { feeds, makeFeed, revokeFeed, useKeepFeeds } from '../queries';
import { useT } from './texts';
import './my-calendar.css';

/** One tap makes the address; the phone's own calendar takes it from there. */
export function MyCalendar() {
  const t = useT();
  const { data } = useQuery(feeds);
  const keep = useKeepFeeds();
  const [address, setAddress] = useState<string>();
  const make = useMutation({
    mutationFn: () => makeFeed({ label: t('myCalendar.label') }),
    onSuccess: async (made) => {
      setAddress(made.address);
      await keep();
    },
    onError: toastError,
  });
  const close = useMutation({
    mutationFn: revokeFeed,
    onSuccess: async () => {
      setAddress(undefined);
      toast(t('myCalendar.closed'));
      await keep();
    },
    onError: toastError,
  });
  return (
    <Section title={t('myCalendar.title')}>
      <p className="muted">{t('myCalendar.lead')}</p>
      {address ? (
        <div className="my-calendar" role="status">
          <p className="flush">{t('myCalendar.ready')}</p>
          <Button asChild data-size="lg">
            <a href={address.replace(/^https?:/, 'webcal:')}>{t('myCalendar.open')}</a>
          </Button>
          <p className="muted flush">{t('myCalendar.copy')}</p>
          <div className="my-calendar-copy">
            <code dir="ltr">{address}</code>
            <CopyButton text={address} what={t('myCalendar.address')} />
          </div>
        </div>
      ) : (
        <Button
          type="button"
          variant="secondary"
          data-size="lg"
          loading={make.isPending}
          onClick={() => make.mutate()}
        >
          {t('myCalendar.make')}
        </Button>
      )}
      <ul className="plain-list my-calendars">
        {data?.items.map((feed) => (
          <li key={feed.id}>
            <span>
              {t('myCalendar.active')} <When at={feed.created_at} as="short" />
            </span>
            <Button
              type="button"
              variant="tertiary"
              data-size="lg"
              disabled={close.isPending}
              onClick={() => close.mutate(feed.id)}
            >
              {t('myCalendar.close')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
