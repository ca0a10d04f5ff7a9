import type { Tenancy } from './queries';

/** What can be done with a tenancy now. `awaited`: nobody has said yet that they moved in. `notice`: a day is set, they live there still. */
export type Stage = 'awaited' | 'living' | 'notice' | 'over';

export function stageOf(t: Pick<Tenancy, 'moved_in_at' | 'moved_out_at' | 'until'>): Stage {
  if (t.moved_out_at) return 'over';
  if (!t.moved_in_at) return 'awaited';
  return t.until ? 'notice' : 'living';
}
