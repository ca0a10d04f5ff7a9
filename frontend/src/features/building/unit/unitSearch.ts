import * as z from 'zod/mini';
import { oneOf } from '@/shared/routing/search';

/** The kinds of a unit's life, in the order their filters stand. */
export const lifeKinds = ['tenancy', 'incident', 'change', 'use'] as const;
export const unitSearch = z.object({ show: oneOf(lifeKinds) });
export type UnitSearch = z.infer<typeof unitSearch>;
