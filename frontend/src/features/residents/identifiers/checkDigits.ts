import type { Schemas } from '@/shared/api/client';

export type IdentifierKind = Schemas['IdentifierKind'];

// The server decides; this tells about a slip before the number is sent. The rules are those of backend/bomiljo/kernel/numbers.py.
const first = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const second = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
const duf = [4, 6, 3, 2, 4, 6, 3, 2, 7, 5];
const weigh = (n: string, weights: readonly number[]) =>
  weights.reduce((sum, w, i) => sum + w * Number(n[i]), 0);

/** People write numbers in groups. */
export const digitsOf = (typed: string): string => typed.replace(/[\s.-]/g, '');
export const lengthOf = (kind: IdentifierKind): number => (kind === 'duf' ? 12 : 11);

export function hasRightLength(kind: IdentifierKind, typed: string): boolean {
  const digits = digitsOf(typed);
  return /^[0-9]+$/.test(digits) && digits.length === lengthOf(kind);
}

/** Whether the check digits fit; anything of another length does not. */
export function checkFits(kind: IdentifierKind, typed: string): boolean {
  const n = digitsOf(typed);
  if (!hasRightLength(kind, typed)) return false;
  if (kind === 'duf') return weigh(n, duf) % 11 === Number(n.slice(10));
  const one = (weigh(n, first) + Number(n[9])) % 11;
  const two = (weigh(n, second) + Number(n[10])) % 11;
  return one === 0 && two === 0 && hasDay(kind, n);
}

function hasDay(kind: IdentifierKind, n: string): boolean {
  const day = Number(n.slice(0, 2)) - (kind === 'dnr' ? 40 : 0);
  const month = Number(n.slice(2, 4));
  // synthetic persons carry 80 more in the month
  const real = month > 80 ? month - 80 : month;
  const last = new Date(Date.UTC(2000 + Number(n.slice(4, 6)), real, 0)).getUTCDate();
  return real >= 1 && real <= 12 && day >= 1 && day <= last;
}
