/** Eleven or twelve digits, alone or in the usual groups: a national identity number, a D-number or a DUF number. */
export function looksLikeIdentifier(text: string): boolean {
  return /(?<![\d+])(?:\d{11,12}|\d{6}[ -]\d{5}|\d{4}[ -]?\d{6}[ -]\d{2})(?!\d)/.test(text);
}
