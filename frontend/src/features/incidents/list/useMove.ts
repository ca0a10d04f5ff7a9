import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { toast, toastError } from '@/shared/ui/toasts';
import type { IncidentStatus } from '@/shared/words/values';
import { changeStatus } from '../mutations';
import { incident, type ListedIncident, useKeepIncident } from '../queries';
import { useT } from '../texts';

/** The card stands in its new column at once, and back in the old one when the server says no. */
export function useMove() {
  const t = useT();
  const queryClient = useQueryClient();
  const keep = useKeepIncident();
  const [moved, setMoved] = useState<ReadonlyMap<string, IncidentStatus>>(new Map());
  const [said, setSaid] = useState('');
  const [landed, setLanded] = useState<string>();
  const place = (id: string, to: IncidentStatus | undefined) =>
    setMoved((old) => {
      const next = new Map(old);
      if (to) next.set(id, to);
      else next.delete(id);
      return next;
    });
  const where = (row: ListedIncident) => moved.get(row.id) ?? row.status;

  const move = async (row: ListedIncident, to: IncidentStatus, note?: string) => {
    if (moved.has(row.id)) return;
    place(row.id, to);
    setLanded(row.id);
    try {
      const now = await queryClient.fetchQuery({ ...incident(row.id), staleTime: 0 });
      if (now.status === row.status) {
        keep(await changeStatus(row.id, { version: now.version, status: to, note }));
        setSaid(t('board.moved', { number: row.number, status: t(`status.${to}`) }));
      } else {
        toast(t('board.movedMeanwhile', { number: row.number, status: t(`status.${now.status}`) }), 'info');
      }
      await queryClient.invalidateQueries({ queryKey: ['get', '/v1/incidents'] });
    } catch (error) {
      toastError(error);
    } finally {
      place(row.id, undefined);
      setLanded(undefined);
    }
  };
  return { where, move, said, landed };
}
