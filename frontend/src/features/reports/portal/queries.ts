import { queryOptions } from '@tanstack/react-query';
import { body, client, ensureCsrfToken, type Schemas } from '@/shared/api/client';
import { keyset } from '@/shared/api/keyset';
import { ApiError } from '@/shared/api/problem';
import { sendPicture } from '@/shared/media/sendPicture';
import { amend, type OutboxItem, pending } from '@/shared/offline/outbox';

export type NewReport = Schemas['NewReport'];
export type Reported = Schemas['OwnReported'];
type Keyed = { 'Idempotency-Key': string };

const path = '/v1/portal/incidents';

export const myReports = keyset(['get', path], (cursor, signal) =>
  body(client.GET(path, { params: { query: { cursor } }, signal })),
);

export const myReport = (id: string) =>
  queryOptions({
    queryKey: ['get', `${path}/${id}`],
    queryFn: ({ signal }) =>
      body(
        client.GET('/v1/portal/incidents/{incident_id}', { params: { path: { incident_id: id } }, signal }),
      ),
    refetchOnWindowFocus: 'always',
  });

export const sendReport = (report: NewReport, key: Keyed) =>
  body(client.POST(path, { body: report, params: { header: key } }));

export const sendMessage = (id: string, text: string, key: Keyed) =>
  body(
    client.POST('/v1/portal/incidents/{incident_id}/entries', {
      params: { path: { incident_id: id }, header: key },
      body: { body: text },
    }),
  );

export async function sendReportPicture(
  id: string,
  picture: Blob,
  key: string,
  onProgress?: (share: number) => void,
): Promise<void> {
  await ensureCsrfToken();
  await sendPicture(`${path}/${id}/pictures`, picture, { key, field: 'picture', onProgress });
}

/** Whom to ring is known on the phone from the page about one's people, also without network. */
export const knownPeople = queryOptions({
  queryKey: ['get', '/v1/portal/people'],
  queryFn: ({ signal }) => body(client.GET('/v1/portal/people', { signal })),
  staleTime: 10 * 60_000,
});

export const WAITING = 'report';
export const waitingReports = queryOptions({
  queryKey: ['outbox', WAITING],
  queryFn: async () => (await pending()).filter((item) => item.kind === WAITING),
  staleTime: 0,
  networkMode: 'always',
});

/** Not the server's no, but the way there: the same may be sent again. */
export const isForLater = (error: unknown): boolean => !(error instanceof ApiError) || error.status >= 500;

/** What was written without network: the words first, then each picture. A repeat is harmless; a picture refused does not hold back the next. */
export async function sendWaiting(item: OutboxItem): Promise<void> {
  let id = item.createdId;
  if (!id) {
    id = (await sendReport(item.content as NewReport, { 'Idempotency-Key': item.key })).id;
    await amend(item.key, { createdId: id });
  }
  let left = item.pictures;
  let refusal: unknown;
  for (const picture of item.pictures) {
    try {
      await sendReportPicture(id, picture.blob, picture.key);
    } catch (error) {
      if (isForLater(error)) throw error;
      refusal = error;
      continue;
    }
    left = left.filter((p) => p !== picture);
    await amend(item.key, { pictures: left });
  }
  if (refusal) throw refusal;
}
