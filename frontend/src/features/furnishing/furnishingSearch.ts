import * as z from 'zod/mini';
import { oneOf } from '@/shared/routing/search';
import type { FurnishedUnit } from './queries';
import { steps } from './steps';

export const stages = { none: 'neutral', open: 'warning', ready: 'success', key: 'success' } as const;
export const uses = ['dwelling', 'common_room', 'office', 'conversation_room'] as const;
export type Stage = keyof typeof stages;

export const furnishingSearch = z.object({
  stage: oneOf(['none', 'open', 'ready', 'key']),
  use: oneOf(uses),
  sort: oneOf(['label']),
});
export type FurnishingSearch = z.infer<typeof furnishingSearch>;

export const phoneSearch = z.object({ steg: oneOf(steps) });
export type PhoneSearch = z.infer<typeof phoneSearch>;

export function stageOf({ checklist }: FurnishedUnit): Stage {
  if (!checklist) return 'none';
  if (checklist.key_at) return 'key';
  return checklist.ready_at ? 'ready' : 'open';
}
