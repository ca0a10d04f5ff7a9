import type { ListedMeeting, Service } from './queries';

export const kinds = [
  'nav',
  'intake',
  'landlord',
  'resource_team',
  'information',
  'neighbours',
  'resident_council',
  'gathering',
  'job_shadowing',
  'other',
] as const satisfies readonly ListedMeeting['kind'][];
/** Kinds in which residents are named; the others hold no person data. */
export const withResidents: ReadonlySet<ListedMeeting['kind']> = new Set([
  'intake',
  'resident_council',
  'information',
  'gathering',
  'other',
]);
export const services = ['district', 'nav', 'landlord'] as const satisfies readonly Service[];
