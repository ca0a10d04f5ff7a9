import type { Colleague } from '@/shared/people/colleagues';
import type { Incident, Service } from './queries';

// Who can have a case at all; whether they see this one, the server says.
const roles: ReadonlySet<Colleague['role']> = new Set([
  'env_worker',
  'housing_office',
  'manager',
  'mental_health',
  'settler',
  'nav_advisor',
  'intro_advisor',
  'property_manager',
  'operations',
]);

export interface Crew {
  service: Service;
  organisation: string;
  people: { id: string; name: string; roles: Colleague['role'][] }[];
}
const order: readonly Service[] = ['district', 'landlord', 'nav'];

/** The services that see the case, as far as the reader knows. */
export const servicesOf = (incident: Incident): Service[] =>
  incident.view === 'care' ? ['district', ...incident.shared_with] : ['district', 'landlord'];

/** Colleagues who can have the case, by organisation; somebody with two roles stands there once. */
export function crews(colleagues: readonly Colleague[], services: readonly Service[]): Crew[] {
  return order
    .filter((s) => services.includes(s))
    .map((service) => {
      const here = colleagues.filter((c) => c.organisation.kind === service && roles.has(c.role));
      const people = new Map<string, Crew['people'][number]>();
      for (const c of here) {
        const known = people.get(c.id);
        if (known) known.roles.push(c.role);
        else people.set(c.id, { id: c.id, name: c.name, roles: [c.role] });
      }
      return { service, organisation: here[0]?.organisation.name ?? '', people: [...people.values()] };
    });
}

/** `user:<id>` or `pool:<service>`: one value for «who». */
export const toWho = (person: { id: string } | null, service: Service): string =>
  person ? `user:${person.id}` : `pool:${service}`;
export function fromWho(who: string): { person?: string; service?: Service } {
  const [kind, value = ''] = who.split(':');
  return kind === 'user' ? { person: value } : { service: order.find((s) => s === value) };
}
