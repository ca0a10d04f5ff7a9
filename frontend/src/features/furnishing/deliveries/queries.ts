import { queryOptions } from '@tanstack/react-query';
import { body, client, type Schemas } from '@/shared/api/client';

export type Obstacle = Schemas['ObstacleView'];
export type Slot = Schemas['SlotView'];
export type Neighbour = Schemas['NeighbourView'];
export type BusyHours = Schemas['BusyHoursView'];
type Key = { 'Idempotency-Key': string };

const at = (order_id: string) => ({ path: { order_id } });

export const advice = (order_id: string, slot: Slot | undefined) =>
  queryOptions({
    queryKey: ['get', '/v1/furnishing/orders/{order_id}/delivery-window/advice', order_id, slot],
    queryFn: ({ signal }) =>
      body(
        client.POST('/v1/furnishing/orders/{order_id}/delivery-window/advice', {
          params: at(order_id),
          body: slot as Slot,
          signal,
        }),
      ),
    enabled: !!slot && slot.from_time < slot.to_time,
  });
export const setWindow = (order_id: string, json: Schemas['SetWindow'], headers: Key) =>
  body(
    client.POST('/v1/furnishing/orders/{order_id}/delivery-window', {
      params: at(order_id),
      body: json,
      headers,
    }),
  );
export const takeBack = (order_id: string) =>
  body(client.DELETE('/v1/furnishing/orders/{order_id}/delivery-window', { params: at(order_id) }));

export const neighbours = (site_id: string) =>
  queryOptions({
    queryKey: ['get', '/v1/sites/{site_id}', site_id],
    queryFn: ({ signal }) =>
      body(client.GET('/v1/sites/{site_id}', { params: { path: { site_id } }, signal })),
    select: (site) => site.neighbours,
  });
export const addHours = (neighbour_id: string, json: Schemas['GiveBusyHours'], headers: Key) =>
  body(
    client.POST('/v1/neighbours/{neighbour_id}/busy-hours', {
      params: { path: { neighbour_id } },
      body: json,
      headers,
    }),
  );
export const replaceHours = (busy_hours_id: string, json: Schemas['GiveBusyHours']) =>
  body(client.PUT('/v1/busy-hours/{busy_hours_id}', { params: { path: { busy_hours_id } }, body: json }));
export const removeHours = (busy_hours_id: string) =>
  body(client.DELETE('/v1/busy-hours/{busy_hours_id}', { params: { path: { busy_hours_id } } }));
