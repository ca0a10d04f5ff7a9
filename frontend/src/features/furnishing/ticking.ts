import { type Queued, type QueueOf, useQueue } from '@/shared/offline/useQueue';
import { type Checklist, keepChecklist, type Line, type Step, sendTick } from './queries';

interface Tick {
  checklist_id: string;
  line_id: string;
  step: Step;
  at: string;
}
export type Waiting = Queued<Tick>;

const queue: QueueOf<Tick> = {
  name: 'tick',
  send: async (client, { checklist_id, line_id, step, at }, { key }) => {
    const saved = await sendTick(checklist_id, { line_id, step, at }, { 'Idempotency-Key': key });
    await keepChecklist(client, saved);
  },
};

export function useTicking() {
  const { waiting, put, forget } = useQueue(queue);
  return {
    waiting,
    tick: (list: Checklist, line: Line, step: Step) =>
      put({ checklist_id: list.id, line_id: line.id, step, at: new Date().toISOString() }),
    forget,
  };
}
export type Ticking = ReturnType<typeof useTicking>;

export const waitsFor = (waiting: readonly Waiting[], line: Line, step: Step): Waiting | undefined =>
  waiting.find((w) => w.line_id === line.id && w.step === step && !w.refused);
