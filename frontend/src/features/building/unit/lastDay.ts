/** Periods end on the first day after them; people name the last day within. */
export function lastDay(firstAfter: string): string {
  const date = new Date(`${firstAfter}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
