import { queryOptions } from '@tanstack/react-query';
import { body, client, type Schemas } from '@/shared/api/client';

export type Course = Schemas['LeaseCourse'];
export type Clock = NonNullable<Course['clock']>;
export type ClockStep = Schemas['ClockStep'];
type Key = { 'Idempotency-Key': string };

export const course = (tenancy_id: string) =>
  queryOptions({
    queryKey: ['get', '/v1/tenancies/{tenancy_id}/course', tenancy_id],
    queryFn: ({ signal }) =>
      body(client.GET('/v1/tenancies/{tenancy_id}/course', { params: { path: { tenancy_id } }, signal })),
  });

export const noticeTerms = (tenancy_id: string, on_day: string) =>
  queryOptions({
    queryKey: ['get', '/v1/tenancies/{tenancy_id}/notice-terms', tenancy_id, on_day],
    queryFn: ({ signal }) =>
      body(
        client.GET('/v1/tenancies/{tenancy_id}/notice-terms', {
          params: { path: { tenancy_id }, query: { on_day } },
          signal,
        }),
      ),
    enabled: on_day !== '',
  });

const at = (tenancy_id: string) => ({ path: { tenancy_id } });

export const askToMove = (id: string, json: Schemas['AskToMove'], headers: Key) =>
  body(client.POST('/v1/tenancies/{tenancy_id}/ask-to-move', { params: at(id), body: json, headers }));
export const renew = (id: string, json: Schemas['Renew'], headers: Key) =>
  body(client.POST('/v1/tenancies/{tenancy_id}/renew', { params: at(id), body: json, headers }));
export const reportMove = (id: string, json: Schemas['ReportMove'], headers: Key) =>
  body(client.POST('/v1/tenancies/{tenancy_id}/report-move', { params: at(id), body: json, headers }));
export const giveNotice = (id: string, json: Schemas['GiveNotice'], headers: Key) =>
  body(client.POST('/v1/tenancies/{tenancy_id}/notice', { params: at(id), body: json, headers }));
export const withdrawNotice = (id: string, json: Schemas['WithdrawNotice'], headers: Key) =>
  body(client.POST('/v1/tenancies/{tenancy_id}/notice/withdraw', { params: at(id), body: json, headers }));
