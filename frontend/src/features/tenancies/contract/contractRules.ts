import * as z from 'zod/mini';
import type { Schemas } from '@/shared/api/client';
import { day, readDay } from '@/shared/format/dates';
import { choice, optionalText } from '@/shared/forms/rules';

export const tenancyKinds = ['fixed_term', 'open_ended'] as const satisfies readonly Schemas['TenancyKind'][];
export const grounds = ['9-3', '11-1', 'other'] as const;
export type Ground = (typeof grounds)[number];
/** How the two usual grounds are written in a lease; «Husleieloven § 9-3: tre år» is the same ground. */
const written: Record<string, string> = { '9-3': 'husleieloven § 9-3', '11-1': 'husleieloven § 11-1' };
const groundIn = (text: string): Ground => {
  const found = /§\s?(9-3|11-1)(?!\d)/.exec(text)?.[1];
  return found === '9-3' || found === '11-1' ? found : 'other';
};

export const contractFields = {
  kind: choice(tenancyKinds),
  ground: z.string(),
  ground_text: optionalText(200),
  contract_ends_on: z.string(),
};
export interface ContractForm {
  kind: Schemas['TenancyKind'];
  ground: string;
  ground_text: string;
  contract_ends_on: string;
}
type Issue = { path: keyof ContractForm; message: string };

/** A fixed term needs its legal ground and its last day. */
export function contractIssues(v: ContractForm): Issue[] {
  if (v.kind !== 'fixed_term') return [];
  const issues: Issue[] = [];
  if (!v.ground) issues.push({ path: 'ground', message: 'contract.groundMissing' });
  if (v.ground === 'other' && !v.ground_text)
    issues.push({ path: 'ground_text', message: 'contract.groundTextMissing' });
  if (!v.contract_ends_on.trim()) issues.push({ path: 'contract_ends_on', message: 'contract.endMissing' });
  else if (!readDay(v.contract_ends_on)) issues.push({ path: 'contract_ends_on', message: 'form.dayWrong' });
  return issues;
}
/** For `.check(…)` of a form that holds a contract. */
export const contractCheck = ({
  value,
  issues,
}: {
  value: ContractForm;
  issues: { push: (issue: { code: 'custom'; input: unknown; path: string[]; message: string }) => unknown };
}): void => {
  for (const { path, message } of contractIssues(value))
    issues.push({ code: 'custom', input: value, path: [path], message });
};

export function contractBody(v: ContractForm) {
  const fixed = v.kind === 'fixed_term';
  // a lease keeps its own words for the ground it has
  const text = groundIn(v.ground_text) === v.ground ? v.ground_text : (written[v.ground] ?? v.ground_text);
  return {
    kind: v.kind,
    legal_ground: fixed ? text : null,
    contract_ends_on: fixed ? (readDay(v.contract_ends_on) ?? null) : null,
  };
}
export function contractOf(t: {
  kind: Schemas['TenancyKind'];
  legal_ground: string | null;
  contract_ends_on: string | null;
}): ContractForm {
  return {
    kind: t.kind,
    ground: t.legal_ground ? groundIn(t.legal_ground) : '',
    ground_text: t.legal_ground ?? '',
    contract_ends_on: t.contract_ends_on ? day(t.contract_ends_on) : '',
  };
}

/** The last day of three years that begin on `from` (husleieloven § 9-3). */
export function threeYears(from: string): string {
  const [y = 0, m = 1, d = 1] = from.split('-').map(Number);
  return new Date(Date.UTC(y + 3, m - 1, d - 1)).toISOString().slice(0, 10);
}
/** Shorter than the ordinary minimum: allowed for some, but not by that paragraph. */
export function tooShort(ground: string, from: string | undefined, ends: string | undefined): boolean {
  return ground === '9-3' && !!from && !!ends && ends < threeYears(from);
}
/** Within this many days a move is told to the population register (folkeregisterloven § 6-1). */
export const reportMoveWithin = 8;
export function reportMoveBy(from: string): string {
  const date = new Date(`${from}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + reportMoveWithin);
  return date.toISOString().slice(0, 10);
}
