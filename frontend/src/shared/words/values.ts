import type { Tone } from '@/shared/ui/Tag';

/** The closed vocabularies of the house, in the order people read them, with the tone each is shown in. */
export const severities = {
  acute: 'danger',
  serious: 'warning',
  medium: 'info',
  low: 'neutral',
} as const satisfies Record<string, Tone>;
export type Severity = keyof typeof severities;

export const incidentStatuses = {
  new: 'warning',
  in_progress: 'info',
  waiting: 'neutral',
  resolved: 'success',
  closed: 'neutral',
} as const satisfies Record<string, Tone>;
export type IncidentStatus = keyof typeof incidentStatuses;

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
] as const;
export type IncidentCategory = (typeof incidentCategories)[number];

export const unitStates = {
  vacant: 'neutral',
  reserved: 'info',
  being_furnished: 'warning',
  ready: 'success',
  occupied: 'info',
  out_of_use: 'danger',
} as const satisfies Record<string, Tone>;
export type UnitState = keyof typeof unitStates;

export const unitUses = ['dwelling', 'office', 'conversation_room', 'common_room', 'storage'] as const;
export type UnitUse = (typeof unitUses)[number];

export const helperKinds = ['settler', 'nav_advisor', 'intro_advisor', 'env_worker'] as const;
export type HelperKind = (typeof helperKinds)[number];

export const timelineAudiences = ['internal', 'partners', 'reporter'] as const;
export type TimelineAudience = (typeof timelineAudiences)[number];
