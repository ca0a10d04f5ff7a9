interface Named {
  given_name?: string | null;
  family_name: string;
}
/** Somebody with one name only has it as family name. */
export const fullName = ({ given_name, family_name }: Named): string =>
  [given_name, family_name].filter(Boolean).join(' ');

/** «Ingrid Solvang» → IS; one letter for one name. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends
    .map((w) => (w ? String.fromCodePoint(w.codePointAt(0) ?? 0).toLocaleUpperCase('nb') : ''))
    .join('');
}
