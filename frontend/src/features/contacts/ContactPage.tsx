import { Button } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { weekLines } from '@/shared/format/hours';
import { useLocale } from '@/shared/i18n';
import { Availability } from '@/shared/people/Availability';
import { useLanguages } from '@/shared/people/languages';
import { useMay, useSession } from '@/shared/session/session';
import { DescriptionList, DetailLayout, PageHeader, Section } from '@/shared/ui/Page';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import { toastError } from '@/shared/ui/toasts';
import { When } from '@/shared/ui/When';
import { EditContact } from './form/EditContact';
import { EndContact } from './form/EndContact';
import { Marks, Phone, useDuty, useTopicName } from './names';
import { type Contact, contact, endContact, useKeepContact } from './queries';
import { useT } from './texts';
import './contacts.css';

type Open = 'edit' | 'end';

export function ContactPage({ contactId, back }: { contactId: string; back: ReactNode }) {
  const t = useT();
  const query = useQuery(contact(contactId));
  if (query.data) return <One contact={query.data} back={back} />;
  return (
    <>
      <PageHeader title={t('contact.one')} back={back} />
      {query.isPending ? (
        <LoadingState lines={8} />
      ) : (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
    </>
  );
}

function One({ contact: c, back }: { contact: Contact; back: ReactNode }) {
  const t = useT();
  const duty = useDuty();
  const { name } = useLanguages();
  const { sites } = useSession();
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  return (
    <>
      <PageHeader
        title={c.name}
        back={back}
        lead={<bdi>{duty(c)}</bdi>}
        tags={
          <>
            <Availability kind={c.kind} hours={c.hours} />
            <Marks contact={c} />
          </>
        }
        actions={<Acts contact={c} onOpen={setOpen} />}
      />
      <DetailLayout
        aside={
          <Section title={t('contact.reach')}>
            <DescriptionList
              items={[
                { term: t('contact.phone'), value: <Phone number={c.phone} /> },
                {
                  term: t('contact.email'),
                  value: c.email && (
                    <a className="ds-link" href={`mailto:${c.email}`}>
                      {c.email}
                    </a>
                  ),
                },
                { term: t('contact.languages'), value: c.languages.map(name).join(', ') },
                {
                  term: t('contact.site'),
                  value: sites.length > 1 && (c.site?.name ?? t('contact.everySite')),
                },
                { term: t('contact.until'), value: c.until && <When at={c.until} as="day" /> },
              ]}
            />
          </Section>
        }
      >
        {c.helps_with && (
          <Section title={t('contact.helpsWith')}>
            <p className="flush map-words" dir="auto">
              {c.helps_with}
            </p>
          </Section>
        )}
        <WhatTheyAnswer contact={c} />
        <Week contact={c} />
      </DetailLayout>
      {open === 'edit' && <EditContact contact={c} onClose={close} />}
      {open === 'end' && <EndContact contact={c} onClose={close} />}
    </>
  );
}

/** Partners change those of their own organisation; row policies would refuse the others. */
function Acts({ contact: c, onOpen }: { contact: Contact; onOpen: (open: Open) => void }) {
  const t = useT();
  const { audience } = useSession();
  const keep = useKeepContact();
  const mayWrite = useMay('contacts:write') && (audience === 'district' || audience === c.organisation);
  if (!mayWrite) return null;
  const goOn = () => endContact(c.id, { version: c.version, on_day: null }).then(keep, toastError);
  return (
    <>
      <Button type="button" variant="secondary" onClick={() => onOpen('edit')}>
        {t('action.edit')}
      </Button>
      {c.until ? (
        <Button type="button" variant="tertiary" onClick={() => void goOn()}>
          {t('contact.goOn')}
        </Button>
      ) : (
        <Button type="button" variant="tertiary" data-color="neutral" onClick={() => onOpen('end')}>
          {t('contact.end')}
        </Button>
      )}
    </>
  );
}

function WhatTheyAnswer({ contact: c }: { contact: Contact }) {
  const t = useT();
  const topicName = useTopicName();
  return (
    <Section title={t('contact.answers')}>
      {c.answers.length === 0 && <p className="muted flush">{t('contact.answersNothing')}</p>}
      <ul className="lines">
        {c.answers.map((a) => (
          <li key={`${a.site.id} ${a.topic ?? a.topic_id}`}>
            <span className="line-main">
              <bdi>{topicName(a)}</bdi> {a.backup && <span className="muted">{t('contact.asBackup')}</span>}
            </span>
            <Link to="/kontakter/ansvar/$siteId" params={{ siteId: a.site.id }} className="ds-link">
              <bdi>{a.site.name}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Week({ contact: c }: { contact: Contact }) {
  const t = useT();
  const lines = weekLines(c.hours, useLocale());
  return (
    <Section title={t('contact.hours')}>
      {lines.length === 0 && <p className="muted flush">{t('contact.noHours')}</p>}
      <ul className="lines">
        {lines.map((l) => (
          <li key={`${l.days} ${l.time}`}>
            <span className="line-main">{l.days}</span>
            <span className="figures">{l.time}</span>
            {l.note && <bdi className="muted">{l.note}</bdi>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
