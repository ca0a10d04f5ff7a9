import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { day } from '@/shared/format/dates';
import { joined } from '@/shared/format/joined';
import { useLanguages } from '@/shared/people/languages';
import { type Description, Section } from '@/shared/ui/Page';
import { PhoneLink } from '@/shared/ui/PhoneLink';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import { type MyData as Data, myData } from './queries';
import { useT } from './texts';
import './my-data.css';

/** What is stored about me, in plain groups; a group without anything in it says so. */
export function MyData() {
  const t = useT();
  const query = useQuery(myData);
  if (query.isPending) return <LoadingState lines={8} />;
  if (query.isError && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <Groups data={query.data} none={t('mine.nothing')} />;
}

function Groups({ data, none }: { data: Data; none: string }) {
  const t = useT();
  const languages = useLanguages();
  const span = ({ from_day: from, until }: { from_day: string; until: string | null }) =>
    until ? t('mine.fromTo', { from: day(from), to: day(until) }) : t('mine.since', { from: day(from) });
  const name = [data.given_name, data.family_name].filter(Boolean).join(' ');
  return (
    <div className="stack">
      <Group
        title={t('mine.group.me')}
        none={none}
        items={[
          { term: t('mine.name'), value: <bdi>{name}</bdi> },
          { term: t('mine.nativeName'), value: data.native_name && <bdi>{data.native_name}</bdi> },
          { term: t('mine.calledName'), value: data.preferred_name && <bdi>{data.preferred_name}</bdi> },
          {
            term: t('mine.born'),
            value: data.birth_date && (
              <Lines first={<bdi>{day(data.birth_date)}</bdi>}>
                {t(`mine.bornFrom.${data.birth_date_source}`)}
              </Lines>
            ),
          },
          { term: t('mine.settled'), value: data.settled_on && day(data.settled_on) },
          { term: t('mine.movedOut'), value: data.moved_out_on && day(data.moved_out_on) },
        ]}
      />
      <Group
        title={t('mine.group.numbers')}
        none={none}
        items={data.identifiers.map((one) => ({
          term: t(`mine.number.${one.kind}`),
          value: (
            <Lines first={<bdi dir="ltr">{one.masked}</bdi>}>
              {joined(t(`mine.from.${one.source}`), one.until && span(one))}
            </Lines>
          ),
        }))}
        note={data.identifiers.length > 0 && t('mine.masked')}
      />
      <Group
        title={t('mine.group.contact')}
        none={none}
        items={data.contact_points.map((one) => ({
          term: t(`mine.contact.${one.kind}`),
          value: (
            <Lines
              first={
                one.kind === 'phone' ? <PhoneLink number={one.value} /> : <bdi dir="ltr">{one.value}</bdi>
              }
            >
              {one.note && <bdi>{one.note}</bdi>}
            </Lines>
          ),
        }))}
      />
      <Group
        title={t('mine.group.languages')}
        none={none}
        items={data.languages.map((one) => ({
          term: languages.name(one.language),
          value:
            joined(
              one.own ? t('mine.language.own') : null,
              one.written ? t('mine.language.written') : null,
              one.interpreter ? t('mine.language.interpreter') : null,
            ) || t('mine.language.some'),
        }))}
      />
      <Group
        title={t('mine.group.home')}
        none={none}
        items={[
          ...data.tenancies.map((one) => ({
            term: one.unit_label ? t('mine.flat', { unit: one.unit_label }) : t('mine.home'),
            value: (
              <Lines first={<bdi>{joined(one.site, span(one))}</bdi>}>
                {joined(
                  t(`tenancy.kind.${one.kind}`),
                  one.contract_ends_on && t('mine.contractEnds', { day: day(one.contract_ends_on) }),
                  one.keys_handed_over === null ? null : t('mine.keys', { count: one.keys_handed_over }),
                )}
              </Lines>
            ),
          })),
          ...data.households.map((one) => ({
            term: t('mine.household'),
            value: (
              <Lines first={joined(t(`mine.household.${one.kind}`), t(`mine.relation.${one.relation}`))}>
                {span(one)}
              </Lines>
            ),
          })),
        ]}
      />
      <Group
        title={t('mine.group.helpers')}
        none={none}
        items={data.helpers.map((one) => ({
          term: t(`helper.${one.kind}`),
          value: <Lines first={<bdi>{joined(one.name, one.organisation)}</bdi>}>{span(one)}</Lines>,
        }))}
      />
    </div>
  );
}

function Lines({ first, children }: { first: ReactNode; children: ReactNode }) {
  return (
    <>
      {first}
      {children && <span className="muted mine-more">{children}</span>}
    </>
  );
}

interface GroupProps {
  title: string;
  items: readonly Description[];
  none: string;
  note?: ReactNode;
}
function Group({ title, items, none, note }: GroupProps) {
  return (
    <Section title={title}>
      {items.length > 0 ? (
        <dl className="descriptions">
          {items
            .filter((one) => Boolean(one.value))
            .map((one, i) => (
              // a person may have two of a kind
              <div key={`${one.term} ${i}`}>
                <dt>{one.term}</dt>
                <dd>{one.value}</dd>
              </div>
            ))}
        </dl>
      ) : (
        <p className="muted flush">{none}</p>
      )}
      {note && <p className="muted flush">{note}</p>}
    </Section>
  );
}
