import type { ReportInput } from './reportSchema';

/** Words only, for this tab only, for this person only; gone once the report is sent. */
const KEY = 'bomiljo.incident-draft';
type Draft = Partial<ReportInput>;

export function keepDraft(actor: string, values: Draft): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ actor, values }));
  } catch {
    // private mode: the text lives as long as the page
  }
}
export function findDraft(actor: string): Draft | undefined {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    if (typeof found !== 'object' || !found || !('actor' in found) || !('values' in found)) return undefined;
    if (found.actor === actor) return found.values as Draft;
    dropDraft();
  } catch {
    // nothing that can be read
  }
  return undefined;
}
export function dropDraft(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // nothing was kept
  }
}
