import { useQueries } from '@tanstack/react-query';
import { day as asDay } from '@/shared/format/dates';
import { pathTo } from '@/shared/routing/links';
import { PathLink } from '@/shared/routing/PathLink';
import { useMay } from '@/shared/session/session';
import { callName } from '../access/callName';
import { IssueCode } from '../access/IssueCode';
import { resident, type TenancyCare } from '../queries';
import { useT as useTenancyT } from '../texts';
import { Appointment } from './Appointment';
import { Contract } from './Contract';
import { Inspecting } from './Inspecting';
import type { Keeping } from './keeping';
import type { MoveInDay, MoveInStep } from './queries';
import { useT } from './texts';

interface Props {
  step: MoveInStep;
  lease: TenancyCare;
  day: MoveInDay;
  keeping: Keeping;
}
export function StepContent({ step, lease, day, keeping }: Props) {
  const t = useT();
  switch (step) {
    case 'contract':
      return <Contract lease={lease} day={day} keeping={keeping} />;
    case 'keys':
      return <Keys lease={lease} />;
    case 'inspection':
      return <Inspecting tenancyId={lease.id} kind="move_in" keeping={keeping} />;
    case 'meter':
      return <Points of={[t('moveDay.meter1'), t('moveDay.meter2'), t('moveDay.meter3')]} />;
    case 'fire':
      return <Points of={[t('moveDay.fire1'), t('moveDay.fire2'), t('moveDay.fire3'), t('moveDay.fire4')]} />;
    case 'portal':
      return <Codes lease={lease} />;
    case 'helpers':
      return <Helpers lease={lease} />;
    case 'move_report':
      return <Report day={day} />;
    case 'appointment':
      return <Appointment day={day} />;
  }
}

function Points({ of }: { of: readonly string[] }) {
  return (
    <ul className="consequences">
      {of.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  );
}

function Keys({ lease }: { lease: TenancyCare }) {
  const t = useT();
  const tenancyT = useTenancyT();
  const count = lease.keys_handed_over;
  return (
    <>
      <p className="flush">{count === null ? t('moveDay.keysUnknown') : t('moveDay.keys', { count })}</p>
      <div className="row">
        <a className="ds-link" href={`/v1/tenancies/${lease.id}/key-receipt`} download>
          {t('moveDay.receipt')}
        </a>
        <PathLink path={pathTo('tenancy', lease.id) ?? ''}>{tenancyT('done.toTenancy')}</PathLink>
      </div>
    </>
  );
}

const useAdults = (lease: TenancyCare) => {
  const grown = lease.members.filter((m) => m.age_band !== 'under_18');
  return useQueries({ queries: grown.map((m) => resident(m.resident_id)) });
};

function Codes({ lease }: { lease: TenancyCare }) {
  const t = useT();
  const tenancyT = useTenancyT();
  const mayIssue = useMay('activation:issue');
  const people = useAdults(lease);
  return (
    <>
      <p className="flush">{t('moveDay.portal')}</p>
      {mayIssue &&
        people.map(
          ({ data }) =>
            data && (
              <IssueCode
                key={data.id}
                resident={{ id: data.id, name: callName(data), language: data.portal_language }}
                label={tenancyT('done.issueFor', { name: callName(data) })}
              />
            ),
        )}
    </>
  );
}

function Helpers({ lease }: { lease: TenancyCare }) {
  const t = useT();
  const tenancyT = useTenancyT();
  const people = useAdults(lease);
  const helpers = new Map(
    people.flatMap(({ data }) =>
      (data?.helpers ?? []).filter((h) => h.active).map((h) => [h.id, h] as const),
    ),
  );
  if (helpers.size === 0) return <p className="flush">{t('moveDay.noHelpers')}</p>;
  return (
    <ul className="lines">
      {[...helpers.values()].map((h) => (
        <li key={h.id}>
          <span className="line-main">
            <bdi>{h.name}</bdi>
          </span>
          <span className="muted">{tenancyT(`helper.${h.kind}`)}</span>
        </li>
      ))}
    </ul>
  );
}

function Report({ day }: { day: MoveInDay }) {
  const t = useT();
  return (
    <>
      <p className="flush">
        <strong>{t('moveDay.reportBy', { day: asDay(day.move_report_by) })}</strong>
      </p>
      <p className="flush">
        {day.dwelling_number
          ? t('moveDay.dwelling', { number: day.dwelling_number })
          : t('moveDay.noDwelling')}
      </p>
      <p className="flush">{t('moveDay.reportHow')}</p>
    </>
  );
}
