import { body, client, type Schemas } from '@/shared/api/client';

export type PlanLine = Schemas['PlanLine'];
export type Finding = Schemas['Finding'];
/** A line on the screen: `settled` once somebody has chosen the date over the weekday. */
export interface Row extends PlanLine {
  settled: boolean;
}
type Key = { 'Idempotency-Key': string };

export const readText = (json: Schemas['PlanToRead']) =>
  body(client.POST('/v1/activities/plan/read', { body: json }));

export function readFile(file: File, site_id: string, year: number) {
  const form = new FormData();
  form.append('plan', file);
  return body(
    client.POST('/v1/activities/plan/file', {
      params: { query: { site_id, year } },
      body: { plan: file.name },
      bodySerializer: () => form,
    }),
  );
}

export const kept = (row: Row): Schemas['KeptLine'] => {
  const { findings: _, chosen: __, settled: ___, ...line } = row;
  return line;
};
export const check = (site_id: string, rows: readonly Row[]) =>
  body(client.POST('/v1/activities/plan/check', { body: { site_id, rows: rows.map(kept) } }));
export const keep = (site_id: string, rows: readonly Row[], headers: Key) =>
  body(client.POST('/v1/activities/plan', { body: { site_id, rows: rows.map(kept) }, headers }));

/** What only the paper showed, so that no second look finds it again. */
const ofTheSource: ReadonlySet<Finding['code']> = new Set(['merged', 'formula', 'too_long']);

/** New findings for lines that somebody has corrected; what they chose stays chosen. */
export const lookedAtAgain = (rows: readonly Row[], lines: readonly PlanLine[]): Row[] =>
  rows.map((row) => {
    const line = lines.find((one) => one.line === row.line);
    if (!line) return row;
    const still = row.findings.filter(
      (f) => ofTheSource.has(f.code) || (f.code === 'day_unreadable' && !row.day),
    );
    return { ...row, week: line.week, findings: [...still, ...line.findings] };
  });
