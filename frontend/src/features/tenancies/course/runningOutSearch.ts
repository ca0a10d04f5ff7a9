import * as z from 'zod/mini';
import { oneOf } from '@/shared/routing/search';
import { keysOf } from '@/shared/words/values';
import { clockSteps } from './steps';

export const runningOutSearch = z.object({ clock: oneOf(keysOf(clockSteps)) });
export type RunningOutSearch = Partial<z.infer<typeof runningOutSearch>>;
