import type { Schemas } from '@/shared/api/client';
import type { Tone } from '@/shared/ui/Tag';

/** The closed vocabularies of the contract, in the order people read them, with the tone each is shown in. Their words: texts/ beside this. */
export type Severity = Schemas['Severity'];
export const severities = {
  acute: 'danger',
  serious: 'warning',
  medium: 'info',
  low: 'neutral',
} as const satisfies Record<Severity, Tone>;

export type IncidentStatus = Schemas['Status'];
export const incidentStatuses = {
  new: 'warning',
  in_progress: 'info',
  waiting: 'neutral',
  resolved: 'success',
  closed: 'neutral',
} as const satisfies Record<IncidentStatus, Tone>;

export type UnitState = Schemas['UnitState'];
export const unitStates = {
  vacant: 'neutral',
  reserved: 'info',
  being_furnished: 'warning',
  ready: 'success',
  occupied: 'neutral',
  out_of_use: 'danger',
} as const satisfies Record<UnitState, Tone>;

export type ResidentStatus = Schemas['ResidentStatus'];
export const residentStatuses = {
  expected: 'info',
  settled: 'success',
  moved_out: 'neutral',
} as const satisfies Record<ResidentStatus, Tone>;

/** The keys of a vocabulary as a list a form or filter can offer. */
export const keysOf = <K extends string>(vocabulary: Record<K, unknown>) =>
  Object.keys(vocabulary) as [K, ...K[]];

export type IncidentCategory = Schemas['Category'];
export const incidentCategories = [
  'leak',
  'fire_safety',
  'electricity',
  'heating',
  'lock_access',
  'cleaning',
  'waste',
  'pests',
  'laundry_common',
  'noise',
  'smoke',
  'conflict',
  'threat_violence',
  'vandalism',
  'theft',
  'health_emergency',
  'concern',
  'other',
] as const satisfies readonly IncidentCategory[];

export type UnitUse = Schemas['Use'];
export const unitUses = [
  'dwelling',
  'office',
  'conversation_room',
  'common_room',
  'storage',
] as const satisfies readonly UnitUse[];

export type HelperKind = Schemas['HelperKind'];
export const helperKinds = [
  'env_worker',
  'settler',
  'nav_advisor',
  'intro_advisor',
] as const satisfies readonly HelperKind[];

export type EntryAudience = Schemas['EntryAudience'];
export const entryAudiences = [
  'internal',
  'partners',
  'reporter',
] as const satisfies readonly EntryAudience[];

export type TenancyState = Schemas['TenancyState'];
export const tenancyStates = {
  planned: 'info',
  current: 'success',
  ended: 'neutral',
} as const satisfies Record<TenancyState, Tone>;

export type Accessibility = Schemas['Accessibility'];
export const accessibilities = [
  'step_free',
  'turning_circle',
  'wide_doors',
  'accessible_bathroom',
  'visual_alarm',
  'low_stimuli',
] as const satisfies readonly Accessibility[];

export type ActivityStatus = Schemas['ActivityStatus'];
export const activityStatuses = {
  idea: 'neutral',
  planned: 'info',
  booked: 'info',
  confirmed: 'success',
  postponed: 'warning',
  cancelled: 'danger',
  done: 'neutral',
  open_slot: 'neutral',
} as const satisfies Record<ActivityStatus, Tone>;

export type PutOffReason = Schemas['PutOffReason'];
export const putOffReasons = [
  'weather',
  'illness',
  'too_few',
  'other',
] as const satisfies readonly PutOffReason[];
