import { queryOptions } from '@tanstack/react-query';
import { body, client, type Schemas } from '@/shared/api/client';

export type ProtectionView = Schemas['ProtectionView'];
export type Grade = Schemas['Protection'];
export const grades = [
  'confidential',
  'strictly_confidential',
  'unknown',
] as const satisfies readonly Grade[];

const path = (resident_id: string) => ({ path: { resident_id } });

// a line in the person's log for each showing, so only when the door is opened
export const protection = (resident_id: string) =>
  queryOptions({
    queryKey: ['protection', resident_id],
    queryFn: ({ signal }) =>
      body(client.GET('/v1/residents/{resident_id}/protection', { params: path(resident_id), signal })),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
export const setProtection = (resident_id: string, json: Schemas['SetProtection']) =>
  body(client.PUT('/v1/residents/{resident_id}/protection', { params: path(resident_id), body: json }));
