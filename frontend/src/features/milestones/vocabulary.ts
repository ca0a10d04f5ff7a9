import type { Schemas } from '@/shared/api/client';
import type { Tone } from '@/shared/ui/Tag';

export type MilestoneStatus = Schemas['MilestoneStatus'];
export const milestoneStatuses = {
  not_started: 'neutral',
  in_progress: 'info',
  waiting_external: 'warning',
  done: 'success',
  not_applicable: 'neutral',
} as const satisfies Record<MilestoneStatus, Tone>;

export type Mover = Schemas['Mover'];
export const movers = [
  'resident',
  'settler',
  'district',
  'nav',
  'landlord',
  'health',
  'police',
  'outside',
] as const satisfies readonly Mover[];
