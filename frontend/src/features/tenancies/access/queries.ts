import { queryOptions, skipToken } from '@tanstack/react-query';
import { body, client, type Schemas } from '@/shared/api/client';

export type IssuedCode = Schemas['IssuedCode'];
const path = (resident_id: string) => ({ path: { resident_id } });

export const issueCode = (resident_id: string) =>
  body(client.POST('/v1/residents/{resident_id}/activation-code', { params: path(resident_id) }));

/** A code is shown once and kept nowhere but here, in memory, until the page has shown it. */
export const issuedCode = (resident_id: string) =>
  queryOptions<IssuedCode>({
    queryKey: ['activation-code', resident_id],
    queryFn: skipToken,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 5 * 60_000,
  });

// looked up when somebody asks for it: each showing is a line in the person's log
export const devices = (resident_id: string) =>
  queryOptions({
    queryKey: ['devices', resident_id],
    queryFn: ({ signal }) =>
      body(client.GET('/v1/residents/{resident_id}/devices', { params: path(resident_id), signal })),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
export const endDevice = (resident_id: string, device_id: string) =>
  body(
    client.DELETE('/v1/residents/{resident_id}/devices/{device_id}', {
      params: { path: { resident_id, device_id } },
    }),
  );
export const endDevices = (resident_id: string) =>
  body(client.DELETE('/v1/residents/{resident_id}/devices', { params: path(resident_id) }));
