import { PhoneIcon, StarIcon } from '@navikt/aksel-icons';
import { useQuery } from '@tanstack/react-query';
import { opening, weekLines } from '@/shared/format/hours';
import { joined } from '@/shared/format/joined';
import { dialPhone, showPhone } from '@/shared/format/phone';
import { useLocale } from '@/shared/i18n';
import { Availability } from '@/shared/people/Availability';
import { Face } from '@/shared/people/Face';
import { EmptyState, ErrorState, LoadingState } from '@/shared/ui/states';
import { type AskAbout, type Asked, type AskGroup, groupsOf, whomToAsk } from './queries';
import { useT } from './texts';
import { topicIcons } from './topicIcons';
import './ask.css';

export function WhomToAsk() {
  const t = useT();
  const query = useQuery(whomToAsk);
  if (query.isPending) return <LoadingState lines={8} />;
  if (query.isError && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const groups = groupsOf(query.data.items);
  if (groups.length === 0) return <EmptyState title={t('ask.none')} hint={t('ask.noneHint')} />;
  return (
    <ul className="plain-list asks">
      {groups.map((group) => (
        <Card key={group.lead?.id ?? group.topics[0]?.topic ?? group.topics[0]?.topic_id} group={group} />
      ))}
    </ul>
  );
}

function Card({ group: { lead, topics, backups } }: { group: AskGroup }) {
  const t = useT();
  const standIn = backups.length > 0 && <Backups backups={backups} />;
  // whoever stands in is shown at once where they are there and the other is not
  const now = lead && !opening(lead.hours).open && backups.some((b) => opening(b.hours).open);
  return (
    <li className="ask" data-landlord={lead?.organisation === 'landlord' || undefined}>
      <ul className="plain-list ask-topics">
        {topics.map((about) => (
          <TopicLine key={about.topic ?? about.topic_id} about={about} />
        ))}
      </ul>
      {lead && <Who who={lead} />}
      {lead?.phone && <Call who={lead} phone={lead.phone} />}
      {now && standIn}
      {lead && (
        <details className="ask-more">
          <summary>
            {t('ask.more')} <span className="sr-only">{lead.name}</span>
          </summary>
          <div className="ask-lines">
            {lead.helps_with && <Norwegian text={lead.helps_with} />}
            <WeekHours who={lead} />
            {!now && standIn}
          </div>
        </details>
      )}
    </li>
  );
}

function Backups({ backups }: { backups: readonly Asked[] }) {
  const t = useT();
  return (
    <div className="ask-backups">
      <p className="muted flush">{t('ask.noAnswer')}</p>
      {backups.map((b) => (
        <Backup key={b.id} who={b} />
      ))}
    </div>
  );
}

function TopicLine({ about }: { about: AskAbout }) {
  const t = useT();
  const Icon = about.topic ? topicIcons[about.topic] : StarIcon;
  return (
    <li>
      <span className="ask-topic">
        <Icon aria-hidden className="ask-icon" />
        {about.topic ? (
          <strong>{t(`topic.${about.topic}`)}</strong>
        ) : (
          <strong lang="nb" dir="auto">
            {about.title}
          </strong>
        )}
      </span>
      {about.say_this && <Norwegian text={about.say_this} />}
    </li>
  );
}

function Who({ who }: { who: Asked }) {
  const t = useT();
  const locale = useLocale();
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  const duty = who.role ? t(`role.${who.role}`) : locale === 'nb' ? who.title : null;
  const organisation = who.organisation_name === who.name ? null : who.organisation_name;
  return (
    <div className="ask-who">
      <Face name={who.name} />
      <span className="ask-lines">
        <span>
          <bdi className="ask-name">{who.name}</bdi>{' '}
          <span className="muted">
            {joined(duty, organisation ?? (duty ? null : t(`org.${who.organisation}`)))}
          </span>
        </span>
        <Availability kind={who.kind} hours={who.hours} />
        {who.languages.length > 0 && (
          <span className="muted">
            {t('ask.speaks')} {who.languages.map((code) => names.of(code)).join(', ')}
          </span>
        )}
      </span>
    </div>
  );
}

function WeekHours({ who }: { who: Asked }) {
  const locale = useLocale();
  return weekLines(who.hours, locale).map((line) => (
    <span key={`${line.days} ${line.time}`} className="muted">
      {line.days}{' '}
      <bdi dir="ltr" className="figures">
        {line.time}
      </bdi>{' '}
      {line.note && (
        <span lang="nb" dir="auto">
          {line.note}
        </span>
      )}
    </span>
  ));
}

/** What staff wrote; said to be Norwegian to those who read another language. */
function Norwegian({ text }: { text: string }) {
  const t = useT();
  const locale = useLocale();
  return (
    <div>
      <p lang="nb" dir="auto" className="flush ask-words">
        {text}
      </p>
      {locale !== 'nb' && <p className="muted flush">{t('ask.inNorwegian')}</p>}
    </div>
  );
}

function Call({ who, phone }: { who: Asked; phone: string }) {
  const t = useT();
  return (
    <a className="ds-button ask-call" data-size="lg" href={`tel:${dialPhone(phone)}`}>
      <PhoneIcon aria-hidden />
      <span>
        {t('ask.call')} <bdi className="sr-only">{who.name}</bdi>{' '}
        <bdi dir="ltr" className="figures">
          {showPhone(phone)}
        </bdi>
      </span>
    </a>
  );
}

function Backup({ who }: { who: Asked }) {
  const t = useT();
  return (
    <p className="flush ask-backup">
      <span className="ask-lines">
        <bdi>{who.name}</bdi>
        <Availability kind={who.kind} hours={who.hours} />
      </span>
      {who.phone ? (
        <a className="ds-link ask-backup-call" href={`tel:${dialPhone(who.phone)}`}>
          <span className="sr-only">
            {t('ask.call')} <bdi>{who.name}</bdi>{' '}
          </span>
          <bdi dir="ltr" className="nowrap">
            {showPhone(who.phone)}
          </bdi>
        </a>
      ) : (
        <span className="muted">{t('ask.comeBy')}</span>
      )}
    </p>
  );
}
