import { Button } from '@digdir/designsystemet-react';
import { EarIcon, LocationPinIcon, PersonGroupIcon } from '@navikt/aksel-icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { clock, dayAndClock, inWords, isoDay } from '@/shared/format/dates';
import { joined } from '@/shared/format/joined';
import { useLocale, useT as useShared } from '@/shared/i18n';
import { useLanguages } from '@/shared/people/languages';
import { EmptyState, ErrorState, LoadingState } from '@/shared/ui/states';
import { StatusTag } from '@/shared/ui/Tag';
import { myMeetings, type OwnMeeting } from './queries';
import { useT } from './texts';
import './meetings.css';

export function MyMeetings() {
  const t = useT();
  const shared = useShared();
  const query = useInfiniteQuery(myMeetings);
  if (query.isPending) return <LoadingState lines={4} />;
  if (query.isError && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const meetings = query.data.pages.flatMap((p) => p.items);
  if (meetings.length === 0)
    return <EmptyState title={t('appointments.none')} hint={t('appointments.noneHint')} />;
  return (
    <>
      <ul className="plain-list appointments">
        {meetings.map((m) => (
          <Appointment key={m.id} meeting={m} />
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
          {shared('list.more')}
        </Button>
      )}
    </>
  );
}

const kinds = ['intake', 'resident_council', 'information', 'gathering'] as const;

function Appointment({ meeting: m }: { meeting: OwnMeeting }) {
  const t = useT();
  const locale = useLocale();
  const { name } = useLanguages();
  const off = m.status === 'cancelled';
  const kind = kinds.find((k) => k === m.kind) ?? 'other';
  return (
    <li className="appointment" data-off={off || undefined}>
      <span className="appointment-tags">
        {off && <StatusTag tone="danger">{t('appointments.cancelled')}</StatusTag>}
        {!off && m.status === 'moved' && <StatusTag tone="warning">{t('appointments.moved')}</StatusTag>}
        {!off && isoDay(m.begins_at) === isoDay() && (
          <StatusTag tone="info">{t('appointments.today')}</StatusTag>
        )}
      </span>
      <h2 className="appointment-day">
        <time dateTime={m.begins_at}>
          <bdi>{inWords(isoDay(m.begins_at), locale)}</bdi>
        </time>
      </h2>
      <p className="flush appointment-clock">
        <bdi>{t('appointments.clock', { from: clock(m.begins_at), to: clock(m.ends_at) })}</bdi>
      </p>
      <p className="flush">{t(`appointments.kind.${kind}`)}</p>
      {!off && m.moved_from && (
        <p className="muted flush">
          {t('appointments.before')}{' '}
          <s>
            <bdi dir="ltr">{dayAndClock(m.moved_from)}</bdi>
          </s>
        </p>
      )}
      {m.place && (
        <p className="flush appointment-fact">
          <LocationPinIcon aria-hidden fontSize="1.5rem" />
          <span>
            <bdi>{m.place}</bdi>
          </span>
        </p>
      )}
      {m.hosts.length > 0 && (
        <p className="flush appointment-fact">
          <PersonGroupIcon aria-hidden fontSize="1.5rem" />
          <span>
            {t('appointments.with')}{' '}
            {m.hosts.map((h) => (
              <span key={`${h.name} ${h.organisation}`} className="appointment-host">
                <bdi>{joined(h.name, h.organisation)}</bdi>
              </span>
            ))}
          </span>
        </p>
      )}
      <p className="flush appointment-fact">
        <EarIcon aria-hidden fontSize="1.5rem" />
        {m.interpreter
          ? t('appointments.interpreter', { language: name(m.interpreter) })
          : t('appointments.noInterpreter')}
      </p>
    </li>
  );
}
