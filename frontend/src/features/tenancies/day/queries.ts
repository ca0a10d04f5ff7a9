import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { body, client, type Schemas } from '@/shared/api/client';
import { toastError } from '@/shared/ui/toasts';

export type MoveInDay = Schemas['MoveInDayView'];
export type MoveInStep = Schemas['MoveInStep'];
export type Inspection = Schemas['InspectionView'];
export type InspectionKind = Schemas['InspectionKind'];
export type InspectionPlace = Schemas['InspectionPlace'];
export type Condition = Schemas['Condition'];

const at = (tenancy_id: string) => ({ path: { tenancy_id } });

export const moveInDay = (id: string) =>
  queryOptions({
    queryKey: ['get', '/v1/tenancies/{tenancy_id}/move-in-day', id],
    queryFn: ({ signal }) =>
      body(client.GET('/v1/tenancies/{tenancy_id}/move-in-day', { params: at(id), signal })),
  });

export const inspections = (id: string) =>
  queryOptions({
    queryKey: ['get', '/v1/tenancies/{tenancy_id}/inspections', id],
    queryFn: ({ signal }) =>
      body(client.GET('/v1/tenancies/{tenancy_id}/inspections', { params: at(id), signal })),
  });

export const sameDay = (site_id: string) =>
  queryOptions({
    queryKey: ['get', '/v1/sites/{site_id}/same-day', site_id],
    queryFn: ({ signal }) =>
      body(client.GET('/v1/sites/{site_id}/same-day', { params: { path: { site_id } }, signal })),
  });

export function useEditDay(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (given: Omit<Schemas['EditMoveInDay'], 'version'>) => {
      const version = queryClient.getQueryData(moveInDay(id).queryKey)?.version ?? 1;
      return body(
        client.PATCH('/v1/tenancies/{tenancy_id}/move-in-day', {
          params: at(id),
          body: { ...given, version },
        }),
      );
    },
    onSuccess: (day) => queryClient.setQueryData(moveInDay(id).queryKey, day),
    onError: (error) => {
      toastError(error);
      void queryClient.invalidateQueries({ queryKey: moveInDay(id).queryKey });
    },
  });
}

export function useFinish(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (given: Schemas['FinishInspection']) =>
      body(client.POST('/v1/tenancies/{tenancy_id}/inspections/finish', { params: at(id), body: given })),
    onSuccess: (found) => queryClient.setQueryData(inspections(id).queryKey, found),
    onError: toastError,
  });
}
