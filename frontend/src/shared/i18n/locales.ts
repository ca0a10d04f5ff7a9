export const locales = {
  nb: { name: 'Norsk', dir: 'ltr' },
  en: { name: 'English', dir: 'ltr' },
  uk: { name: 'Українська', dir: 'ltr' },
  ar: { name: 'العربية', dir: 'rtl' },
} as const;
export type Locale = keyof typeof locales;

/** The languages each app speaks; the parity test reads this too. */
export const appLocales = {
  staff: ['nb', 'en'],
  portal: ['nb', 'en', 'uk', 'ar'],
} as const satisfies Record<string, readonly Locale[]>;

export function pickLocale(
  available: readonly Locale[],
  stored: string | null,
  preferred: readonly string[],
): Locale {
  for (const tag of [stored, ...preferred]) {
    const base = tag?.split('-')[0]?.replace(/^n[on]$/, 'nb');
    const found = available.find((l) => l === base);
    if (found) return found;
  }
  return 'nb';
}
