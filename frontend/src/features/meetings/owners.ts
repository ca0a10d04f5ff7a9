import { useQuery } from '@tanstack/react-query';
import { joined } from '@/shared/format/joined';
import { type Colleague, colleagues } from '@/shared/people/colleagues';
import { services } from './kinds';
import type { Meeting, Service } from './queries';
import { useT } from './texts';

// Who can be in a meeting at all; whether they see this one, the server says.
const roles: ReadonlySet<Colleague['role']> = new Set([
  'env_worker',
  'housing_office',
  'health',
  'mental_health',
  'culture',
  'manager',
  'settler',
  'nav_advisor',
  'intro_advisor',
  'housing_procurer',
  'property_manager',
  'operations',
]);

/** Colleagues of the services that meet, each once. */
export function useColleagues(meeting: readonly Service[]) {
  const items = useQuery(colleagues).data?.items ?? [];
  const seen = new Set<string>();
  return items.filter(
    (c) => roles.has(c.role) && meeting.includes(c.organisation.kind) && !seen.has(c.id) && seen.add(c.id),
  );
}

/** «Who»: one value for a person or for a service's pool, those who take part first. */
export function useOwners(organisations: readonly Service[], participants: Meeting['participants'] = []) {
  const t = useT();
  const people = useColleagues(organisations);
  const there = new Set(participants.map((p) => p.user?.id));
  const sorted = [...people].sort((a, b) => Number(there.has(b.id)) - Number(there.has(a.id)));
  return [
    ...sorted.map((c) => ({ value: `user:${c.id}`, label: joined(c.name, c.organisation.name) })),
    ...services
      .filter((s) => organisations.includes(s))
      .map((s) => ({ value: `pool:${s}`, label: t('owner.pool', { service: t(`audience.${s}`) }) })),
  ];
}
export const toOwner = (person: { id: string } | null, service: Service): string =>
  person ? `user:${person.id}` : `pool:${service}`;
export function fromOwner(who: string): { person: string | null; service?: Service } {
  const [kind, value = ''] = who.split(':');
  return kind === 'user' ? { person: value } : { person: null, service: services.find((s) => s === value) };
}
