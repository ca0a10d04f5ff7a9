import { Button } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { day } from '@/shared/format/dates';
import { useLanguages } from '@/shared/people/languages';
import { fullName } from '@/shared/people/names';
import { pathTo } from '@/shared/routing/links';
import { PathLink } from '@/shared/routing/PathLink';
import { useMay, useSession } from '@/shared/session/session';
import { DescriptionList, DetailLayout, PageHeader, Section } from '@/shared/ui/Page';
import { PhoneLink } from '@/shared/ui/PhoneLink';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import { SeverityTag, StatusTag } from '@/shared/ui/Tag';
import { When } from '@/shared/ui/When';
import { ResidentStatusWord } from '@/shared/words/tags';
import { useAge } from './age';
import { ContactPoints } from './contacts/ContactPoints';
import { EditResident } from './EditResident';
import { Helpers } from './helpers/Helpers';
import { Household } from './household/Household';
import { Identifiers } from './identifiers/Identifiers';
import { Languages } from './languages/Languages';
import { Protection } from './protection/Protection';
import { type Resident, resident } from './queries';
import { useT } from './texts';
import './residents.css';

interface Props {
  residentId: string;
  back: ReactNode;
  /** The person has become hidden from me. */
  onHidden: () => void;
  /** Other rooms' parts of a person's page. */
  tenancy: (resident: Resident) => ReactNode;
  milestones: (resident: Resident) => ReactNode;
  portal: (resident: Resident) => ReactNode;
}
export function ResidentPage({ residentId, ...rest }: Props) {
  const t = useT();
  const query = useQuery(resident(residentId));
  if (query.data) return <Person {...rest} person={query.data} />;
  return (
    <>
      <PageHeader title={t('resident.one')} back={rest.back} />
      {query.isPending ? (
        <LoadingState lines={10} />
      ) : (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
    </>
  );
}

function Person({
  person,
  back,
  onHidden,
  tenancy,
  milestones,
  portal,
}: Omit<Props, 'residentId'> & { person: Resident }) {
  const t = useT();
  const mayWrite = useMay('residents:write');
  const seesNumbers = useMay('identifiers:read');
  const mayProtect = useMay('protection:write');
  const [editing, setEditing] = useState(false);
  const name = fullName(person);
  return (
    <>
      <PageHeader
        title={name}
        back={back}
        tags={<Tags person={person} />}
        lead={<Lead person={person} />}
        actions={
          mayWrite && (
            <Button type="button" variant="secondary" onClick={() => setEditing(true)}>
              {t('action.edit')}
            </Button>
          )
        }
      />
      <DetailLayout
        aside={
          <>
            <ContactPoints resident={person} />
            <Languages resident={person} />
            {portal(person)}
            <About person={person} />
            {seesNumbers && <Identifiers residentId={person.id} />}
            {mayProtect && <Protection residentId={person.id} name={name} onHidden={onHidden} />}
          </>
        }
      >
        <Helpers resident={person} />
        {tenancy(person)}
        <Household resident={person} />
        {milestones(person)}
      </DetailLayout>
      {editing && <EditResident resident={person} onClose={() => setEditing(false)} />}
    </>
  );
}

function Tags({ person }: { person: Resident }) {
  const t = useT();
  const languages = useLanguages();
  const interpreter = person.languages.filter((l) => l.interpreter).map((l) => languages.name(l.language));
  return (
    <>
      <ResidentStatusWord status={person.status} />
      {interpreter.length > 0 && (
        <SeverityTag tone="info">
          {t('resident.interpreterIn', { languages: interpreter.join(', ') })}
        </SeverityTag>
      )}
      {person.protected && <StatusTag tone="danger">{t('protection.short')}</StatusTag>}
    </>
  );
}

function Lead({ person }: { person: Resident }) {
  const t = useT();
  const age = useAge();
  const phone = person.contact_points.find((c) => c.kind === 'phone');
  const { home } = person;
  return (
    <span className="lead">
      {person.native_name && <bdi>{person.native_name}</bdi>}
      {person.preferred_name && (
        <span>
          {t('resident.called')} <bdi>{person.preferred_name}</bdi>
        </span>
      )}
      <span>{age(person)}</span>
      {home && (
        <span>
          {home.planned && `${t('resident.movesInto')} `}
          <PathLink path={pathTo('unit', home.unit_id) ?? ''}>{home.unit_label}</PathLink>
          {home.planned && (
            <>
              {' '}
              <When at={home.from_day} as="day" />
            </>
          )}
        </span>
      )}
      {phone && <PhoneLink number={phone.value} className="ds-link tap" />}
    </span>
  );
}

function About({ person }: { person: Resident }) {
  const t = useT();
  const { name } = useLanguages();
  const { sites } = useSession();
  const birth = person.view === 'case' ? person.birth_date : null;
  return (
    <Section title={t('resident.about')}>
      <DescriptionList
        items={[
          {
            term: t('resident.birthDate'),
            value: person.view === 'case' && (
              <>
                <span className="figures">{birth ? day(birth) : t('resident.unknown')}</span>{' '}
                {birth && <span className="muted">{t(`resident.source.${person.birth_date_source}`)}</span>}
              </>
            ),
          },
          { term: t('resident.site'), value: sites.find((s) => s.id === person.site_id)?.name },
          {
            term: t('resident.settledOn'),
            value: person.settled_on && <When at={person.settled_on} as="day" />,
          },
          {
            term: t('resident.movedOutOn'),
            value: person.moved_out_on && <When at={person.moved_out_on} as="day" />,
          },
          { term: t('resident.portalLanguage'), value: name(person.portal_language) },
        ]}
      />
    </Section>
  );
}
