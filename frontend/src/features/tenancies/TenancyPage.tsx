import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { pathTo } from '@/shared/routing/links';
import { PathLink } from '@/shared/routing/PathLink';
import { DescriptionList, PageHeader, Section } from '@/shared/ui/Page';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import { When } from '@/shared/ui/When';
import { ClockTag } from './course/ClockTag';
import { LeaseCourse } from './course/LeaseCourse';
import { DayPart } from './day/DayPart';
import { HouseholdChanges } from './household/HouseholdChanges';
import { State } from './names';
import { type Tenancy, type TenancyCare, tenancy } from './queries';
import { stageOf } from './stage';
import { TenancyActions } from './TenancyActions';
import { useT } from './texts';
import './tenancies.css';

interface Props {
  tenancyId: string;
  back: ReactNode;
  /** Where the lease came from, by the room that knows. */
  origin: ReactNode;
  /** How far support for personal extras has come, by the room that knows. */
  support: (unitId: string) => ReactNode;
  onMoved: (newTenancyId: string) => void;
  onGone: () => void;
}
export function TenancyPage({ tenancyId, back, origin, support, onMoved, onGone }: Props) {
  const t = useT();
  const query = useQuery(tenancy(tenancyId));
  if (!query.data)
    return (
      <>
        <PageHeader title={t('tenancy.one')} back={back} />
        {query.isPending ? (
          <LoadingState lines={8} />
        ) : (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        )}
      </>
    );
  const lease = query.data;
  return (
    <>
      <PageHeader
        title={t('tenancy.title', { unit: lease.unit_label })}
        back={back}
        tags={
          <>
            <State tenancy={lease} />
            <ClockTag step={lease.clock} />
          </>
        }
        lead={lease.view === 'lease' ? t('tenancy.people', { count: lease.household_size }) : undefined}
      />
      <div className="stack form-page">
        <Next tenancy={lease} />
        <TenancyActions tenancy={lease} onMoved={onMoved} onGone={onGone} />
        <LeaseCourse tenancy={lease} />
        <DayPart tenancy={lease} />
        {lease.view === 'care' && <Members tenancy={lease} />}
        <HouseholdChanges tenancy={lease} />
        {support(lease.unit_id)}
        <Section title={t('tenancy.contract')}>
          <Facts tenancy={lease} />
        </Section>
        {origin}
      </div>
    </>
  );
}

/** In words, what this tenancy waits for. */
function Next({ tenancy: lease }: { tenancy: Tenancy }) {
  const t = useT();
  const stage = stageOf(lease);
  if (stage === 'awaited') return <p className="flush">{t('tenancy.next.awaited')}</p>;
  if (stage !== 'notice') return null;
  const transferring = lease.view === 'care' && lease.ended_because === 'internal_transfer';
  return <p className="flush">{transferring ? t('tenancy.next.transfer') : t('tenancy.next.notice')}</p>;
}

function Members({ tenancy: { members } }: { tenancy: TenancyCare }) {
  const t = useT();
  return (
    <Section title={t('tenancy.who')}>
      {members.length === 0 && <p className="muted flush">{t('tenancy.notYours')}</p>}
      <ul className="lines">
        {members.map((m) => (
          <li key={m.id}>
            <span className="line-main">
              <PathLink path={pathTo('resident', m.resident_id) ?? ''}>
                <bdi>{m.name}</bdi>
              </PathLink>
            </span>
            <span className="muted">{t(`age.${m.age_band}`)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Facts({ tenancy: lease }: { tenancy: Tenancy }) {
  const t = useT();
  const care = lease.view === 'care' ? lease : undefined;
  const when = (at: string | null | undefined) => at && <When at={at} as="day" />;
  return (
    <DescriptionList
      items={[
        {
          term: t('tenancy.unit'),
          value: <PathLink path={pathTo('unit', lease.unit_id) ?? ''}>{lease.unit_label}</PathLink>,
        },
        { term: t('tenancy.from'), value: when(lease.from_day) },
        { term: t('tenancy.until'), value: when(lease.until) },
        { term: t('contract.kind'), value: t(`tenancy.kind.${lease.kind}`) },
        { term: t('contract.ground'), value: care?.legal_ground && <bdi>{care.legal_ground}</bdi> },
        {
          term: t('contract.ends'),
          value: when(lease.contract_ends_on),
        },
        { term: t('keys.count'), value: lease.keys_handed_over },
        { term: t('tenancy.movedIn'), value: when(lease.moved_in_at) },
        { term: t('tenancy.moveReported'), value: when(lease.move_reported_on) },
        { term: t('tenancy.movedOut'), value: when(lease.moved_out_at) },
        { term: t('moveOut.reason'), value: care?.ended_because && t(`endReason.${care.ended_because}`) },
        { term: t('moveOut.destination'), value: care?.destination && <bdi>{care.destination}</bdi> },
        {
          term: t('tenancy.previous'),
          value: care?.previous_id && (
            <PathLink path={pathTo('tenancy', care.previous_id) ?? ''}>{t('tenancy.previousLink')}</PathLink>
          ),
        },
      ]}
    />
  );
}
