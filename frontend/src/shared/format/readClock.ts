/** Reads 8, 08, 8.05, 0805 and 08:05. Undefined when no clock shows it. */
export function readClock(typed: string): string | undefined {
  const m = /^(\d{1,2})(?:[.:]?(\d{2}))?$/.exec(typed.trim());
  const [hour, minute] = [Number(m?.[1]), Number(m?.[2] ?? 0)];
  if (!m || hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
