import * as z from 'zod/mini';
import { dayValue, idValue, oneOf } from '@/shared/routing/search';

/** What the logs speak of, in the order of the choices; a later room adds its own at the end of its group. */
export const tables = [
  'residents',
  'resident_languages',
  'contact_points',
  'identifiers',
  'helpers',
  'households',
  'household_members',
  'protection_decisions',
  'protection_guardians',
  'tenancies',
  'activation_codes',
  'units',
  'unit_uses',
  'incidents',
  'incident_entries',
  'incident_measures',
  'incident_parties',
  'incident_pictures',
  'settlement_requests',
  'placement_alternatives',
  'placement_settings',
  'imdi_checks',
  'sites',
  'site_neighbours',
  'on_call_contacts',
  'districts',
  'organisations',
  'users',
  'memberships',
  'credentials',
  'sessions',
] as const;

export const pages = [
  'today',
  'search',
  'notifications.list',
  'residents.list',
  'residents.detail',
  'households.list',
  'households.detail',
  'identifiers.list',
  'identifiers.reveal',
  'identifiers.find',
  'protection.detail',
  'devices.list',
  'tenancies.list',
  'tenancies.detail',
  'incidents.list',
  'incidents.detail',
  'units.detail',
  'placement.request',
  'placement.households',
  'placement.household',
  'placement.permit',
  'placement.preview',
  'placement.board',
  'care.list',
  'care.detail',
] as const;

export const logSearch = z.object({
  tab: oneOf(['disclosures']),
  table: oneOf(tables),
  page: oneOf(pages),
  actor: idValue(),
  from: dayValue(),
  row: idValue(),
});
export type LogSearch = z.infer<typeof logSearch>;
export const changeFilters = ['table', 'actor', 'from', 'row'] as const;
export const disclosureFilters = ['page', 'actor', 'from'] as const;
