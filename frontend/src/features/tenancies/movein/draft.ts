import * as z from 'zod/mini';
import type { Schemas } from '@/shared/api/client';
import { day, isoDay, readDay } from '@/shared/format/dates';
import { helperKinds } from '@/shared/words/values';
import { contractBody, contractIssues, grounds, tenancyKinds } from '../contract/contractRules';
import type { Resident } from '../queries';

export const steps = ['who', 'unit', 'contract', 'keys', 'helpers', 'summary'] as const;
export type Step = (typeof steps)[number];

const id = z.string().check(z.regex(/^[\w-]{0,64}$/));
const kept = z.object({
  actor: id,
  resident: id,
  unit_id: id,
  from_day: z.string().check(z.maxLength(10)),
  kind: z.enum(tenancyKinds),
  ground: z.enum(['', ...grounds]),
  contract_ends_on: z.string().check(z.maxLength(10)),
  keys_handed_over: z.string().check(z.maxLength(2)),
  helpers: z.partialRecord(z.enum(helperKinds), id),
});
export interface Draft extends z.infer<typeof kept> {
  /** Words of one's own are not kept by the browser. */
  ground_text: string;
}

export const emptyDraft = (actor: string): Draft => ({
  actor,
  resident: '',
  unit_id: '',
  from_day: day(isoDay()),
  kind: 'fixed_term',
  ground: '',
  ground_text: '',
  contract_ends_on: '',
  keys_handed_over: '2',
  helpers: {},
});

const KEY = 'bomiljo.move-in';
/** Ids and dates of this tab, never a name; somebody else's at the same machine is not taken up. */
export function keepDraft(draft: Draft): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(z.safeParse(kept, draft).data ?? null));
  } catch {
    // storage is full or forbidden: the draft lives as long as the page
  }
}
export function keptDraft(actor: string): Draft | undefined {
  try {
    const found = z.safeParse(kept, JSON.parse(sessionStorage.getItem(KEY) ?? 'null'));
    return found.success && found.data.actor === actor ? { ...found.data, ground_text: '' } : undefined;
  } catch {
    return undefined;
  }
}
export function dropDraft(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // nothing is kept where nothing could be
  }
}

/** What begins when the page is opened: the kept draft, unless the link names somebody else. */
export function beginDraft(
  actor: string,
  link: { resident?: string; unit?: string },
): { draft: Draft; resumed: boolean } {
  const old = keptDraft(actor);
  const same =
    old && (!link.resident || link.resident === old.resident) && (!link.unit || link.unit === old.unit_id);
  if (old && same)
    return { draft: old, resumed: !!(old.resident || old.unit_id) && !link.resident && !link.unit };
  return {
    draft: { ...emptyDraft(actor), resident: link.resident ?? '', unit_id: link.unit ?? '' },
    resumed: false,
  };
}

/** Whether a step is filled in as far as this page can tell. */
export function isDone(step: Step, d: Draft): boolean {
  switch (step) {
    case 'who':
      return d.resident !== '';
    case 'unit':
      return d.unit_id !== '' && readDay(d.from_day) !== undefined;
    case 'contract':
      return contractIssues(d).length === 0;
    case 'keys':
      return /^\d{1,2}$/.test(d.keys_handed_over.trim());
    default:
      return true;
  }
}
/** The wanted step, or the first before it that is not filled in. */
export const reachable = (wanted: Step, d: Draft): Step =>
  steps.slice(0, steps.indexOf(wanted)).find((s) => !isDone(s, d)) ?? wanted;

/** Where a refusal belongs. */
export function stepOf(field: string): Step {
  const name = field.split('.')[0] ?? '';
  if (name === 'household_id' || name === 'resident_id') return 'who';
  if (name === 'unit_id' || name === 'from_day') return 'unit';
  if (name === 'keys_handed_over') return 'keys';
  // a helper who does not fit is told as `user_id`
  if (name === 'helpers' || name === 'user_id') return 'helpers';
  return name === 'kind' || name === 'legal_ground' || name === 'contract_ends_on' ? 'contract' : 'summary';
}

export function moveInBody(d: Draft, resident: Resident): Schemas['MoveIn'] {
  const { household } = resident;
  const together = !!household && household.members.length > 1;
  const already = new Map(
    resident.helpers.filter((h) => h.active && !h.until).map((h) => [h.kind, h.user_id]),
  );
  return {
    ...(together ? { household_id: household.id } : { resident_id: resident.id }),
    unit_id: d.unit_id,
    from_day: readDay(d.from_day) ?? '',
    ...contractBody(d),
    keys_handed_over: Number(d.keys_handed_over),
    // somebody who helps already goes on; a household is named as one
    helpers: helperKinds.flatMap((kind) => {
      const user_id = d.helpers[kind];
      return user_id && (together || already.get(kind) !== user_id) ? [{ kind, user_id }] : [];
    }),
  };
}
