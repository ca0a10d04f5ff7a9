import { CheckmarkCircleIcon, CloudSlashIcon, PhoneIcon } from '@navikt/aksel-icons';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { dialPhone, showPhone } from '@/shared/format/phone';
import { LifeNumbers } from './LifeNumbers';
import { knownPeople } from './queries';
import type { Sent } from './ReportForm';
import { useT } from './texts';

/** After sending: whom to ring comes before everything else when somebody is in danger. */
export function SentReport({ sent, next }: { sent: Sent; next: ReactNode }) {
  const t = useT();
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    scrollTo({ top: 0 });
    top.current?.focus({ preventScroll: true });
  }, []);
  const { report, danger, picturesRefused, picturesWaiting } = sent;
  const Icon = report ? CheckmarkCircleIcon : CloudSlashIcon;
  return (
    <div className="stack sent" ref={top} tabIndex={-1} role="status">
      {danger && <RingNow onCall={report?.on_call} />}
      <p className="sent-line" data-waiting={!report}>
        <Icon aria-hidden fontSize="2rem" />
        <span>
          {report ? t('tell.sent') : t('tell.waiting')}{' '}
          {report && (
            <bdi dir="ltr" className="nowrap">
              {report.number}
            </bdi>
          )}
        </span>
      </p>
      {report && <p className="flush">{t('tell.sentNext')}</p>}
      {report && picturesWaiting > 0 && (
        <p className="flush">{t('tell.picturesWaiting', { count: picturesWaiting })}</p>
      )}
      {picturesRefused > 0 && (
        <p className="flush">{t('tell.picturesMissing', { count: picturesRefused })}</p>
      )}
      {next}
    </div>
  );
}

interface ToRing {
  name: string;
  phone: string;
  now?: boolean;
}
/** One number may stand for several watches. */
const eachOnce = (people: readonly ToRing[]) => [...new Map(people.map((p) => [p.phone, p])).values()];

function RingNow({ onCall }: { onCall: readonly ToRing[] | undefined }) {
  const t = useT();
  // without network: those whom this phone last knew to be on call
  const { data } = useQuery({ ...knownPeople, enabled: onCall === undefined });
  const all: readonly ToRing[] = onCall ?? data?.on_call ?? [];
  const now = eachOnce(all.filter((p) => p.now !== false));
  const later = eachOnce(all.filter((p) => !now.some((n) => n.phone === p.phone)));
  return (
    <section className="ring-now" aria-label={t('tell.ring')}>
      <h2>{t('tell.ring')}</h2>
      <People people={now} />
      {later.length > 0 && (
        <details open={now.length === 0}>
          <summary>{t('tell.ringLater')}</summary>
          <People people={later} />
        </details>
      )}
      <p className="flush">{t('tell.dangerHint')}</p>
      <LifeNumbers />
    </section>
  );
}

function People({ people }: { people: readonly ToRing[] }) {
  if (people.length === 0) return null;
  return (
    <ul className="plain-list ring-people">
      {people.map((person) => (
        <li key={person.phone}>
          <a className="ring-phone" href={`tel:${dialPhone(person.phone)}`}>
            <PhoneIcon aria-hidden fontSize="1.75rem" />
            <span>
              <bdi className="ring-name">{person.name}</bdi>
              <bdi dir="ltr" className="nowrap">
                {showPhone(person.phone)}
              </bdi>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
