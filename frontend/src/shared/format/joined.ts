/** «Miljøarbeider · Bydel Bjerke»: what there is, each once. */
export function joined(...parts: readonly (string | null | undefined)[]): string {
  const all = [...new Set(parts.filter((p): p is string => !!p))];
  // among right-to-left words a Latin name would pull its neighbour along; isolates keep each in its place
  return (document.documentElement.dir === 'rtl' ? all.map((p) => `\u2068${p}\u2069`) : all).join(' · ');
}
