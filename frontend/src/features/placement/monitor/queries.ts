import { queryOptions } from '@tanstack/react-query';
import { body, client, type Schemas } from '@/shared/api/client';
import type { Measure } from '../board/queries';

export type Composition = Schemas['CompositionView'];
export type Moment = Composition['moments'][number];
export type Count = Moment['shares'][number];

export const composition = (site_id: string) =>
  queryOptions({
    queryKey: ['get', '/v1/sites/{site_id}/composition', site_id],
    queryFn: ({ signal }) =>
      body(client.GET('/v1/sites/{site_id}/composition', { params: { path: { site_id } }, signal })),
  });

export const percent = (c: Count) => (c.of > 0 ? Math.round((100 * (c.count ?? 0)) / c.of) : 0);

/** One value of a measure through the months; nothing where nobody of it lived there. */
export interface Strand {
  key: string;
  counts: readonly (Count | undefined)[];
}
const ages = ['under_18', '18_24', '25_39', '40_59', '60_plus'];
const needs = ['none', 'some', 'high'];

/** What a measure is made of, in an order that stays; unknown stands last. */
export function strandsOf(moments: readonly Moment[], measure: Measure): Strand[] {
  const of = (moment: Moment, key: string) =>
    moment.shares.find((s) => s.measure === measure && s.key === key);
  const keys = [
    ...new Set(moments.flatMap((m) => m.shares.filter((s) => s.measure === measure).map((s) => s.key))),
  ];
  const strands = keys.map((key) => ({ key, counts: moments.map((m) => of(m, key)) }));
  const fixed = measure === 'age' ? ages : measure === 'support' ? needs : undefined;
  const rank = (s: Strand) =>
    s.key === 'unknown' ? 1e6 : fixed ? fixed.indexOf(s.key) : -(s.counts.at(-1)?.count ?? 0);
  return strands.toSorted((a, b) => rank(a) - rank(b) || a.key.localeCompare(b.key));
}
