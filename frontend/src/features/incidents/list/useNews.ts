import { useState } from 'react';
import type { ListedIncident } from '../queries';

export interface News {
  /** What came while the page stood open. */
  ids: ReadonlySet<string>;
  /** The acute ones among them, the latest first, until they are put away. */
  acute: readonly ListedIncident[];
  dismiss: () => void;
}
interface Source {
  rows: readonly ListedIncident[] | undefined;
  /** When the rows came. */
  at: number;
  /** Other filters, another list: nothing in it is news. */
  filters: string;
}
// the clocks of phone and server differ a little
const slack = 5 * 60_000;

/** Tells what arrived since the list was opened; what «Vis flere» brings is older and no news. */
export function useNews({ rows, at, filters }: Source): News {
  const [start, setStart] = useState<{ filters: string; known: ReadonlySet<string>; at: number }>();
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  if (rows && start?.filters !== filters)
    setStart({ filters, known: new Set(rows.map((r) => r.id)), at: at - slack });
  const current = start?.filters === filters ? start : undefined;
  const fresh = current
    ? (rows ?? []).filter((r) => !current.known.has(r.id) && new Date(r.created_at).getTime() > current.at)
    : [];
  const acute = fresh.filter((r) => r.severity === 'acute' && !seen.has(r.id));
  return {
    ids: new Set(fresh.map((r) => r.id)),
    acute: acute.sort((a, b) => b.created_at.localeCompare(a.created_at)),
    dismiss: () => setSeen(new Set([...seen, ...acute.map((r) => r.id)])),
  };
}
