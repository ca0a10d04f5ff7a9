import { CheckmarkCircleIcon } from '@navikt/aksel-icons';
import { useQueries, useQuery } from '@tanstack/react-query';
import { day, isoDay } from '@/shared/format/dates';
import { pathTo } from '@/shared/routing/links';
import { PathLink } from '@/shared/routing/PathLink';
import { useMay } from '@/shared/session/session';
import { PageHeader, Section } from '@/shared/ui/Page';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import { callName } from '../access/callName';
import { IssueCode } from '../access/IssueCode';
import { reportMoveBy } from '../contract/contractRules';
import { resident, type TenancyCare, tenancy } from '../queries';
import { useT } from '../texts';
import './moveIn.css';

/** What has happened, the codes on paper, and what comes next. */
export function Done({ tenancyId }: { tenancyId: string }) {
  const t = useT();
  const query = useQuery(tenancy(tenancyId));
  if (query.isPending) return <LoadingState lines={6} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const lease = query.data;
  if (lease.view !== 'care') return null;
  const later = lease.from_day > isoDay();
  const names = lease.members.map((m) => m.name).join(', ');
  return (
    <div className="move-in">
      <PageHeader
        title={
          later
            ? t('done.planned', { unit: lease.unit_label, day: day(lease.from_day) })
            : t('done.title', { unit: lease.unit_label })
        }
        lead={
          <>
            <CheckmarkCircleIcon aria-hidden /> <bdi>{names}</bdi>
          </>
        }
      />
      {!later && <Codes tenancy={lease} />}
      <Next tenancy={lease} later={later} />
    </div>
  );
}

function Codes({ tenancy: { members } }: { tenancy: TenancyCare }) {
  const t = useT();
  const mayIssue = useMay('activation:issue');
  const grown = members.filter((m) => m.age_band !== 'under_18');
  const people = useQueries({ queries: grown.map((m) => resident(m.resident_id)) });
  if (!mayIssue) return null;
  return (
    <Section title={t('access.title')}>
      <div className="stack">
        {people.map(
          ({ data }) =>
            data && (
              <IssueCode
                key={data.id}
                resident={{ id: data.id, name: callName(data), language: data.portal_language }}
                label={t('done.issueFor', { name: callName(data) })}
              />
            ),
        )}
      </div>
    </Section>
  );
}

function Next({ tenancy: lease, later }: { tenancy: TenancyCare; later: boolean }) {
  const t = useT();
  const mayGuide = useMay('handover:read');
  const first = lease.members[0];
  return (
    <Section title={t('done.next')}>
      <ul className="consequences">
        {later ? (
          <>
            <li>{t('done.confirm')}</li>
            <li>{t('done.prepare')}</li>
          </>
        ) : (
          <>
            <li>{t('done.report', { day: day(reportMoveBy(lease.from_day)) })}</li>
            <li>{t('done.showApp')}</li>
            <li>{t('done.helpers')}</li>
          </>
        )}
      </ul>
      <div className="row">
        {mayGuide && !later && <PathLink path={`/innflytting/${lease.id}`}>{t('done.toDay')}</PathLink>}
        {first && (
          <PathLink path={pathTo('resident', first.resident_id) ?? ''}>{t('done.toResident')}</PathLink>
        )}
        <PathLink path={pathTo('tenancy', lease.id) ?? ''}>{t('done.toTenancy')}</PathLink>
        <PathLink path="/flytt-inn">{t('done.another')}</PathLink>
      </div>
    </Section>
  );
}
