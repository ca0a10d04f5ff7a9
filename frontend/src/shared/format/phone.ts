const group = (digits: string, sizes: readonly number[]) => {
  const out: string[] = [];
  let at = 0;
  for (const size of sizes) {
    out.push(digits.slice(at, at + size));
    at += size;
  }
  return [...out, digits.slice(at)].filter(Boolean).join(' ');
};
/** Norwegian grouping: 912 34 567 · 22 12 34 56 · 116 117 · 02800 · 110; foreign numbers keep their country code. */
export function showPhone(number: string): string {
  const digits = number.replace(/[^\d+]/g, '');
  const norwegian = /^(?:\+47|0047)?(\d{8})$/.exec(digits)?.[1];
  if (norwegian) return group(norwegian, /^[489]/.test(norwegian) ? [3, 2, 3] : [2, 2, 2, 2]);
  if (/^\d{6}$/.test(digits)) return group(digits, [3, 3]);
  const foreign = /^(?:\+|00)(\d{7,})$/.exec(digits)?.[1];
  if (foreign) return `+${group(foreign, [3, 3, 3, 3])}`;
  return digits || number;
}
/** What `tel:` wants: short numbers as they are, others with the country code. */
export function dialPhone(number: string): string {
  const digits = number.replace(/[^\d+]/g, '').replace(/^00/, '+');
  return /^\d{8}$/.test(digits) ? `+47${digits}` : digits;
}
