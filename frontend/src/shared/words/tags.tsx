import { useT } from '@/shared/i18n';
import { SeverityTag, StatusTag } from '@/shared/ui/Tag';
import {
  type ActivityStatus,
  activityStatuses,
  type IncidentStatus,
  incidentStatuses,
  type ResidentStatus,
  residentStatuses,
  type Severity,
  severities,
  type TenancyState,
  tenancyStates,
  type UnitState,
  unitStates,
} from './values';

export function SeverityWord({ severity }: { severity: Severity }) {
  const t = useT();
  return <SeverityTag tone={severities[severity]}>{t(`severity.${severity}`)}</SeverityTag>;
}
export function IncidentStatusWord({ status }: { status: IncidentStatus }) {
  const t = useT();
  return <StatusTag tone={incidentStatuses[status]}>{t(`status.${status}`)}</StatusTag>;
}
export function UnitStateWord({ state }: { state: UnitState }) {
  const t = useT();
  return <StatusTag tone={unitStates[state]}>{t(`unit.state.${state}`)}</StatusTag>;
}
export function ResidentStatusWord({ status }: { status: ResidentStatus }) {
  const t = useT();
  return <StatusTag tone={residentStatuses[status]}>{t(`resident.status.${status}`)}</StatusTag>;
}
export function TenancyStateWord({ state }: { state: TenancyState }) {
  const t = useT();
  return <StatusTag tone={tenancyStates[state]}>{t(`tenancy.state.${state}`)}</StatusTag>;
}
export function ActivityStatusWord({ status }: { status: ActivityStatus }) {
  const t = useT();
  return <StatusTag tone={activityStatuses[status]}>{t(`activity.${status}`)}</StatusTag>;
}
