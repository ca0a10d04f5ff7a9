import { queryOptions } from '@tanstack/react-query';
import { body, client, type Schemas } from '@/shared/api/client';

export type EmergencyNumber = Pick<Schemas['EmergencyNumber'], 'key' | 'number'> & { label?: string };

/** The national numbers are part of the app itself: they stand there before any network was ever reached. */
export const national: readonly EmergencyNumber[] = [
  { key: 'ambulance', number: '113' },
  { key: 'police', number: '112' },
  { key: 'fire', number: '110' },
  { key: 'out_of_hours_doctor', number: '116117' },
  { key: 'police_not_urgent', number: '02800' },
  { key: 'poison', number: '22591300' },
  { key: 'violence', number: '116006' },
  { key: 'mental_health', number: '116123' },
  { key: 'child_alarm', number: '116111' },
  { key: 'deaf', number: '1412' },
];
export const urgent = ['ambulance', 'police', 'fire'];

export const emergencyNumbers = queryOptions({
  queryKey: ['get', '/v1/emergency-numbers'],
  queryFn: ({ signal }) => body(client.GET('/v1/emergency-numbers', { signal })),
  staleTime: 60 * 60_000,
});

/** The server may correct a number or add one of its own; our order stays. */
export function mergeNumbers(
  own: readonly EmergencyNumber[],
  served: readonly EmergencyNumber[],
): EmergencyNumber[] {
  const byKey = new Map(served.map((n) => [n.key, n]));
  const known = own.map((n) => ({ ...n, ...byKey.get(n.key) }));
  return [...known, ...served.filter((n) => !own.some((o) => o.key === n.key))];
}
