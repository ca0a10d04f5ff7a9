export const half = 4;
/** Letters and digits only, capitals; the paper shows two groups of four. */
export const tidy = (typed: string): string =>
  typed
    .replace(/[^a-z0-9]/gi, '')
    .toUpperCase()
    .slice(0, 2 * half);
