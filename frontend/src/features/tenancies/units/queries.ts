import { queryOptions } from '@tanstack/react-query';
import { body, client, type Schemas } from '@/shared/api/client';

export type Unit = Schemas['UnitPage']['items'][number];
/** What can be let, the readiest first. */
export const freeStates = ['ready', 'vacant', 'being_furnished'] as const;

/** Every dwelling that nobody lives in or waits for. */
export const freeUnits = (site_id: string | undefined) =>
  queryOptions({
    queryKey: ['get', '/v1/units', { free: true, site_id }],
    queryFn: async ({ signal }) => {
      const pages = await Promise.all(
        freeStates.map((state) =>
          body(
            client.GET('/v1/units', {
              params: { query: { site_id, state, use: 'dwelling', limit: 100 } },
              signal,
            }),
          ),
        ),
      );
      return pages.flatMap((p) => p.items);
    },
  });

export const unit = (unit_id: string) =>
  queryOptions({
    queryKey: ['get', '/v1/units/{unit_id}', unit_id],
    queryFn: ({ signal }) =>
      body(client.GET('/v1/units/{unit_id}', { params: { path: { unit_id } }, signal })),
  });
