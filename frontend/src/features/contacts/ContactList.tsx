import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Availability } from '@/shared/people/Availability';
import { useLanguages } from '@/shared/people/languages';
import { countSet } from '@/shared/routing/search';
import { useSite } from '@/shared/session/session';
import { type Column, DataList } from '@/shared/ui/DataList';
import { FilterBar, FilterCheck, FilterSelect, FilterText } from '@/shared/ui/FilterBar';
import { EmptyState } from '@/shared/ui/states';
import { contactOrganisations, topics } from '@/shared/words/values';
import { type ContactSearch, contactFilters } from './contactSearch';
import { ContactLink, Marks, Phone, useDuty, useTopicName } from './names';
import { type Contact, contacts, ownTopics } from './queries';
import { useT } from './texts';
import './contacts.css';

interface Props {
  search: ContactSearch;
  onSearch: (change: Partial<ContactSearch>) => void;
  /** What to offer where there is nobody yet. */
  empty?: ReactNode;
}
export function ContactList({ search, onSearch, empty }: Props) {
  const t = useT();
  const { chosen } = useSite();
  const known = topics.find((code) => code === search.topic);
  const query = useInfiniteQuery(
    contacts({
      site_id: chosen?.id,
      organisation: search.organisation,
      topic: known,
      topic_id: known ? undefined : search.topic,
      language: search.language,
      q: search.q,
      state: search.ended ? 'ended' : undefined,
    }),
  );
  const active = countSet(search, contactFilters);
  return (
    <>
      <Filters search={search} onSearch={onSearch} active={active} />
      <DataList
        label={t('directory.list')}
        query={query}
        columns={useColumns()}
        rowKey={(c) => c.id}
        card={(c) => <Card contact={c} />}
        empty={
          active > 0 ? (
            <EmptyState title={t('directory.noneFound')} hint={t('directory.noneFoundHint')} />
          ) : (
            <EmptyState title={t('directory.none')} hint={t('directory.noneHint')} action={empty} />
          )
        }
      />
    </>
  );
}

function Filters({ search, onSearch, active }: Props & { active: number }) {
  const t = useT();
  const languages = useLanguages();
  const own = useQuery(ownTopics).data?.own ?? [];
  const clear = () => onSearch(Object.fromEntries(contactFilters.map((name) => [name, undefined])));
  return (
    <FilterBar active={active} onClear={clear}>
      <FilterText label={t('directory.search')} value={search.q} onChange={(q) => onSearch({ q })} />
      <FilterSelect
        label={t('contact.organisation')}
        value={search.organisation}
        options={contactOrganisations.map((o) => ({ value: o, label: t(`org.${o}`) }))}
        onChange={(organisation) => onSearch({ organisation })}
      />
      <FilterSelect
        label={t('directory.topic')}
        value={search.topic}
        options={[
          ...topics.map((code) => ({ value: code as string, label: t(`topic.${code}`) })),
          ...own.map((one) => ({ value: one.id, label: one.title })),
        ]}
        onChange={(topic) => onSearch({ topic })}
      />
      <FilterSelect
        label={t('directory.language')}
        value={search.language}
        options={languages.items.map((l) => ({ value: l.code, label: languages.name(l.code) }))}
        onChange={(language) => onSearch({ language })}
      />
      <FilterCheck
        label={t('directory.ended')}
        value={search.ended}
        onChange={(ended) => onSearch({ ended })}
      />
    </FilterBar>
  );
}

function useColumns(): Column<Contact>[] {
  const t = useT();
  const duty = useDuty();
  const { name } = useLanguages();
  return [
    {
      key: 'name',
      header: t('contact.name'),
      cell: (c) => (
        <span className="row tight">
          <ContactLink contact={c} />
          <Marks contact={c} />
        </span>
      ),
    },
    { key: 'duty', header: t('contact.duty'), cell: (c) => <bdi>{duty(c)}</bdi> },
    { key: 'answers', header: t('contact.answers'), cell: (c) => <Answers contact={c} /> },
    {
      key: 'languages',
      header: t('directory.language'),
      cell: (c) => c.languages.map(name).join(', ') || '–',
    },
    { key: 'hours', header: t('contact.when'), cell: (c) => <Availability kind={c.kind} hours={c.hours} /> },
    { key: 'phone', header: t('contact.phone'), figures: true, cell: (c) => <Phone number={c.phone} /> },
  ];
}

/** Each topic once, however many sites; where they only stand in is on their page. */
function Answers({ contact }: { contact: Contact }) {
  const topicName = useTopicName();
  const all = [...new Set(contact.answers.filter((a) => !a.backup).map(topicName))];
  return <>{all.join(', ') || '–'}</>;
}

function Card({ contact: c }: { contact: Contact }) {
  const duty = useDuty();
  return (
    <>
      <span className="contact-head">
        <ContactLink contact={c} />
        <Marks contact={c} />
      </span>
      <bdi className="muted">{duty(c)}</bdi>
      <Availability kind={c.kind} hours={c.hours} />
      <span className="contact-call">
        <Phone number={c.phone} />
      </span>
    </>
  );
}
