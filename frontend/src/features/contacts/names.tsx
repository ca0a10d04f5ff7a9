import { Link } from '@tanstack/react-router';
import { joined } from '@/shared/format/joined';
import { PhoneLink } from '@/shared/ui/PhoneLink';
import { StatusTag } from '@/shared/ui/Tag';
import type { Topic } from '@/shared/words/values';
import type { Contact } from './queries';
import { useT } from './texts';

type Asked = Pick<Contact, 'name' | 'role' | 'title' | 'organisation' | 'organisation_name'>;

/** «Miljøarbeider · Bydel Bjerke» */
export function useDuty() {
  const t = useT();
  return (c: Asked): string => {
    const organisation = c.organisation_name ?? t(`org.${c.organisation}`);
    return joined(c.title ?? (c.role && t(`role.${c.role}`)), organisation === c.name ? null : organisation);
  };
}

export function useTopicName() {
  const t = useT();
  return (about: { topic: Topic | null; title: string | null }): string =>
    about.topic ? t(`topic.${about.topic}`) : (about.title ?? '');
}

export function ContactLink({ contact }: { contact: Pick<Contact, 'id' | 'name'> }) {
  return (
    <Link to="/kontakter/$contactId" params={{ contactId: contact.id }} className="ds-link">
      <bdi>{contact.name}</bdi>
    </Link>
  );
}

export function Phone({ number }: { number: string | null }) {
  const t = useT();
  if (number) return <PhoneLink number={number} className="ds-link tap" />;
  return <span className="muted">{t('contact.noPhone')}</span>;
}

export function Marks({ contact: c }: { contact: Contact }) {
  const t = useT();
  return (
    <>
      {!c.active && <StatusTag tone="danger">{t('contact.gone')}</StatusTag>}
      {!c.visible_to_residents && <StatusTag>{t('contact.hidden')}</StatusTag>}
    </>
  );
}
