import { queryOptions } from '@tanstack/react-query';
import { body, client, type Schemas } from '@/shared/api/client';

export type Given = Schemas['GivenView'];
export type Topic = Schemas['InformationTopic'];

export const topics = [
  'lease',
  'rent',
  'landlord',
  'house_rules',
  'fire_safety',
  'waste',
  'helpers',
  'emergency',
  'activities',
  'neighbourhood',
] as const satisfies readonly Topic[];
export const channels = ['spoken', 'paper', 'digital'] as const satisfies readonly Given['channel'][];

const at = (resident_id: string) => ({ path: { resident_id } });
export const informationOf = (resident_id: string) =>
  queryOptions({
    queryKey: ['get', '/v1/residents/{resident_id}/information', resident_id],
    queryFn: ({ signal }) =>
      body(client.GET('/v1/residents/{resident_id}/information', { params: at(resident_id), signal })),
    refetchOnWindowFocus: false,
  });
export const noteInformation = (resident_id: string, json: Schemas['TellResident']) =>
  body(client.POST('/v1/residents/{resident_id}/information', { params: at(resident_id), body: json }));
export const takeBack = (resident_id: string, information_id: string) =>
  body(
    client.POST('/v1/residents/{resident_id}/information/{information_id}/take-back', {
      params: { path: { resident_id, information_id } },
    }),
  );
