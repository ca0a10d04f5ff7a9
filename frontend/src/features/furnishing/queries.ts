import { type QueryClient, queryOptions, useQueryClient } from '@tanstack/react-query';
import { body, client, type Schemas } from '@/shared/api/client';
import { keyset } from '@/shared/api/keyset';
import type { paths } from '@/shared/api/schema.gen';
import { refresh } from '@/shared/live/useLiveEvents';

export type FurnishedUnit = Schemas['FurnishedUnit'];
export type Checklist = Schemas['ChecklistView'];
export type Line = Schemas['ChecklistLineView'];
export type Step = Schemas['Step'];
export type Package = Schemas['PackageView'];
export type UnitFilter = Omit<
  NonNullable<paths['/v1/furnishing/units']['get']['parameters']['query']>,
  'cursor' | 'limit'
>;
type Key = { 'Idempotency-Key': string };

export const furnishedUnits = (query: UnitFilter, limit = 50) =>
  keyset<FurnishedUnit>(['get', '/v1/furnishing/units', query, limit], (cursor, signal) =>
    body(client.GET('/v1/furnishing/units', { params: { query: { ...query, cursor, limit } }, signal })),
  );

export const packages = queryOptions({
  queryKey: ['get', '/v1/furnishing/packages'],
  queryFn: ({ signal }) => body(client.GET('/v1/furnishing/packages', { signal })),
});

/** Others tick in the same unit; the crew has no live events, so the list is looked at again and again. */
const AGAIN = 15_000;
export const checklist = (unit_id: string) =>
  queryOptions({
    queryKey: ['get', '/v1/units/{unit_id}/checklist', unit_id],
    queryFn: ({ signal }): Promise<Checklist> =>
      body(client.GET('/v1/units/{unit_id}/checklist', { params: { path: { unit_id } }, signal })),
    refetchInterval: AGAIN,
    staleTime: 5_000,
  });

const at = (checklist_id: string) => ({ path: { checklist_id } });

export const openChecklists = (json: Schemas['NewChecklists'], headers: Key) =>
  body(client.POST('/v1/checklists', { body: json, headers }));
export const sendTick = (id: string, tick: Schemas['Tick'], headers: Key) =>
  body(
    client.POST('/v1/checklists/{checklist_id}/ticks', { params: at(id), body: { ticks: [tick] }, headers }),
  );
export const withdraw = (id: string, json: Schemas['Withdraw']) =>
  body(client.POST('/v1/checklists/{checklist_id}/withdraw', { params: at(id), body: json }));
export const reportShortage = (id: string, json: Schemas['Shortage'], headers: Key) =>
  body(client.POST('/v1/checklists/{checklist_id}/shortage', { params: at(id), body: json, headers }));
export const layKeyReady = (id: string, version: number) =>
  body(client.POST('/v1/checklists/{checklist_id}/key', { params: at(id), body: { version } }));
export const addLine = (id: string, json: Schemas['ExtraLine'], headers: Key) =>
  body(client.POST('/v1/checklists/{checklist_id}/lines', { params: at(id), body: json, headers }));
export const editLine = (id: string, line_id: string, json: Schemas['EditLine']) =>
  body(
    client.PATCH('/v1/checklists/{checklist_id}/lines/{line_id}', {
      params: { path: { checklist_id: id, line_id } },
      body: json,
    }),
  );

/** What the server answered is the list as it stands; the overview and the house follow. */
export async function keepChecklist(client: QueryClient, saved: Checklist): Promise<void> {
  const { queryKey } = checklist(saved.unit.id);
  // a look begun before would bring back what stood there then
  await client.cancelQueries({ queryKey });
  client.setQueryData(queryKey, saved);
  for (const topic of ['furnishing', 'sites']) refresh(client, topic);
}
export function useKeepChecklist() {
  const client = useQueryClient();
  return (saved: Checklist): void => void keepChecklist(client, saved);
}

export type Need = Schemas['NeedView'];
export type FurnitureOrder = Schemas['OrderView'];
export type Shortage = Schemas['ShortageView'];

export const needs = (site_id: string) =>
  queryOptions({
    queryKey: ['get', '/v1/furnishing/needs', site_id],
    queryFn: ({ signal }) =>
      body(client.GET('/v1/furnishing/needs', { params: { query: { site_id } }, signal })),
  });
export const orders = (site_id: string) =>
  keyset<FurnitureOrder>(['get', '/v1/furnishing/orders', site_id], (cursor, signal) =>
    body(client.GET('/v1/furnishing/orders', { params: { query: { site_id, cursor, limit: 20 } }, signal })),
  );
export const shortages = (site_id: string) =>
  keyset<Shortage>(['get', '/v1/furnishing/shortages', site_id], (cursor, signal) =>
    body(client.GET('/v1/furnishing/shortages', { params: { query: { site_id, cursor } }, signal })),
  );
export const equalTreatment = (site_id?: string) =>
  queryOptions({
    queryKey: ['get', '/v1/furnishing/equal-treatment', site_id],
    queryFn: ({ signal }) =>
      body(client.GET('/v1/furnishing/equal-treatment', { params: { query: { site_id } }, signal })),
  });

export const putStock = (json: Schemas['PutStock']) =>
  body(client.PUT('/v1/furnishing/stock', { body: json }));
export const orderJointly = (site_id: string, headers: Key) =>
  body(client.POST('/v1/furnishing/orders', { body: { site_id }, headers }));
export const receiveDelivery = (order_id: string, json: Schemas['Arrived'], headers: Key) =>
  body(
    client.POST('/v1/furnishing/orders/{order_id}/deliveries', {
      params: { path: { order_id } },
      body: json,
      headers,
    }),
  );
export const sheetOf = (order_id: string, form: Schemas['SheetForm']): string =>
  `/v1/furnishing/orders/${order_id}/sheet?form=${form}`;

export const papersOf = (site_id: string): string => `/v1/furnishing/papers?site_id=${site_id}`;
export const savePackage = (json: Schemas['NewEdition'], headers: Key) =>
  body(client.POST('/v1/furnishing/packages', { body: json, headers }));

export type Support = Schemas['SupportView'];
export const support = (unit_id: string) =>
  queryOptions({
    queryKey: ['get', '/v1/units/{unit_id}/support', unit_id],
    queryFn: ({ signal }) =>
      body(client.GET('/v1/units/{unit_id}/support', { params: { path: { unit_id } }, signal })),
  });
export const saySupport = (tenancy_id: string, json: Schemas['SaySupport']) =>
  body(client.PUT('/v1/tenancies/{tenancy_id}/support', { params: { path: { tenancy_id } }, body: json }));
