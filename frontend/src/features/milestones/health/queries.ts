import { queryOptions } from '@tanstack/react-query';
import { body, client, type Schemas } from '@/shared/api/client';

export type HealthStep = Schemas['HealthStep'];

export const healthSteps = queryOptions({
  queryKey: ['get', '/v1/health-steps'],
  queryFn: ({ signal }) => body(client.GET('/v1/health-steps', { signal })),
});
export const setHealthStep = (milestone_id: string, json: Schemas['SetHealthStep']) =>
  body(client.PUT('/v1/health-steps/{milestone_id}', { params: { path: { milestone_id } }, body: json }));
