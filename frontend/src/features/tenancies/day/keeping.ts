import type { QueryClient } from '@tanstack/react-query';
import { body, client, type Schemas } from '@/shared/api/client';
import { sendPicture } from '@/shared/media/sendPicture';
import { type Queued, type QueueOf, useQueue } from '@/shared/offline/useQueue';
import { inspections, type MoveInDay, moveInDay } from './queries';

type Given =
  | ({ what: 'tick' } & Schemas['TickMoveIn'])
  | ({ what: 'clause' } & Schemas['ExplainClause'])
  | ({ what: 'note' } & Omit<Schemas['EditMoveInDay'], 'version'>)
  | ({ what: 'finding' } & Schemas['PutFinding'])
  | { what: 'picture'; kind: Schemas['InspectionKind']; place: Schemas['InspectionPlace'] };
type Fact = Given & { tenancy_id: string };
export type WaitingFact = Queued<Fact>;

/** Never the answer of a look that was begun before. */
async function keep<T>(queryClient: QueryClient, queryKey: readonly unknown[], saved: T): Promise<void> {
  await queryClient.cancelQueries({ queryKey });
  queryClient.setQueryData(queryKey, saved);
}

const queue: QueueOf<Fact> = {
  name: 'move-in-day',
  send: async (queryClient, { tenancy_id, ...given }, { key, pictures }) => {
    const params = { path: { tenancy_id }, header: { 'Idempotency-Key': key } };
    const day = moveInDay(tenancy_id);
    const looked = inspections(tenancy_id);
    switch (given.what) {
      case 'tick': {
        const { step, done } = given;
        const sent = client.POST('/v1/tenancies/{tenancy_id}/move-in-day/steps', {
          params,
          body: { step, done },
        });
        return keep(queryClient, day.queryKey, await body(sent));
      }
      case 'clause': {
        const { clause, explained } = given;
        const sent = client.POST('/v1/tenancies/{tenancy_id}/move-in-day/clauses', {
          params,
          body: { clause, explained },
        });
        return keep(queryClient, day.queryKey, await body(sent));
      }
      case 'note': {
        const { what: _, ...note } = given;
        // what is noted is one fact of its own, whatever else was noted meanwhile
        const { version } = await queryClient.fetchQuery({ ...day, staleTime: 0, retry: false });
        const sent = client.PATCH('/v1/tenancies/{tenancy_id}/move-in-day', {
          params: { path: { tenancy_id } },
          body: { ...note, version },
        });
        return keep(queryClient, day.queryKey, await body(sent));
      }
      case 'finding': {
        const { kind, place, state, note } = given;
        const sent = client.POST('/v1/tenancies/{tenancy_id}/inspections/findings', {
          params,
          body: { kind, place, state, note },
        });
        return keep(queryClient, looked.queryKey, await body(sent));
      }
      case 'picture': {
        const { kind, place } = given;
        const url = `/v1/tenancies/${tenancy_id}/inspections/pictures`;
        for (const { key: own, blob } of pictures)
          await sendPicture(url, blob, { key: own, field: 'picture', fields: { kind, place } });
        await queryClient.invalidateQueries({ queryKey: looked.queryKey });
      }
    }
  },
};

/** What is ticked, noted, found and photographed on the first day: on the phone first, then with the server. */
export function useKeeping(tenancy_id: string) {
  const { waiting, put, forget } = useQueue(queue);
  return {
    waiting: waiting.filter((fact) => fact.tenancy_id === tenancy_id),
    keep: (given: Given, pictures?: Parameters<typeof put>[1]) => put({ ...given, tenancy_id }, pictures),
    forget,
  };
}
export type Keeping = ReturnType<typeof useKeeping>;

type Ticked = Partial<Record<Schemas['MoveInStep'], boolean>>;
/** By step, what was last ticked here and has not arrived. */
export const waitingTicks = (waiting: readonly WaitingFact[]): Ticked =>
  Object.fromEntries(
    waiting.flatMap((fact) => (fact.what === 'tick' && !fact.refused ? [[fact.step, fact.done]] : [])),
  );

/** Which clauses are explained, with what was said here and has not arrived. */
export function explainedClauses(day: MoveInDay, waiting: readonly WaitingFact[]): Set<Schemas['Clause']> {
  const explained = new Set(day.clauses.map((one) => one.clause));
  for (const fact of waiting) {
    if (fact.what !== 'clause' || fact.refused) continue;
    if (fact.explained) explained.add(fact.clause);
    else explained.delete(fact.clause);
  }
  return explained;
}

/** The day as it will be once everything noted here has arrived. */
export const withNotes = (day: MoveInDay, waiting: readonly WaitingFact[]): MoveInDay =>
  waiting.reduce((so_far, fact) => {
    if (fact.what !== 'note' || fact.refused) return so_far;
    const { what: _, key: _key, refused: _refused, ...note } = fact;
    return { ...so_far, ...note };
  }, day);

export const waitingFinding = (
  waiting: readonly WaitingFact[],
  kind: Schemas['InspectionKind'],
  place: Schemas['InspectionPlace'],
) =>
  waiting
    .filter((fact) => fact.what === 'finding')
    .findLast((fact) => !fact.refused && fact.kind === kind && fact.place === place);

export const waitingPictures = (
  waiting: readonly WaitingFact[],
  kind: Schemas['InspectionKind'],
  place: Schemas['InspectionPlace'],
): number =>
  waiting.filter((f) => f.what === 'picture' && !f.refused && f.kind === kind && f.place === place).length;
