import * as z from 'zod/mini';
import { oneOf } from '@/shared/routing/search';
import type { MailState } from './queries';

export const states = ['queued', 'failed', 'dead', 'sent'] as const satisfies readonly MailState[];

export const outboxSearch = z.object({ state: oneOf(states) });
export type OutboxSearch = z.infer<typeof outboxSearch>;
