import { useSyncExternalStore } from 'react';
import { availableLocales, chooseLocale, useLocale, useT } from '@/shared/i18n';
import { locales } from '@/shared/i18n/locales';
import { toastError } from './toasts';

/** Each language under its own name. */
export function LanguageSelect({
  className,
  onChosen,
}: {
  className?: string;
  onChosen?: (locale: string) => void;
}) {
  const t = useT();
  const locale = useLocale();
  return (
    <select
      className={`ds-input ${className ?? ''}`}
      data-width="auto"
      aria-label={t('choice.language')}
      value={locale}
      onChange={(e) => {
        const next = availableLocales().find((l) => l === e.target.value);
        if (next) chooseLocale(next).then(() => onChosen?.(next), toastError);
      }}
    >
      {availableLocales().map((l) => (
        <option key={l} value={l} lang={l} dir={locales[l].dir}>
          {locales[l].name}
        </option>
      ))}
    </select>
  );
}

const KEY = 'bomiljo.scheme';
const schemes = ['auto', 'light', 'dark'] as const;
type Scheme = (typeof schemes)[number];
const listeners = new Set<() => void>();
const current = (): Scheme =>
  schemes.find((s) => s === document.documentElement.dataset.colorScheme) ?? 'auto';

function chooseScheme(scheme: Scheme) {
  document.documentElement.dataset.colorScheme = scheme;
  try {
    localStorage.setItem(KEY, scheme);
  } catch {
    // private mode: the choice lasts until the page is closed
  }
  for (const tell of listeners) tell();
}
const subscribe = (tell: () => void) => {
  listeners.add(tell);
  return () => void listeners.delete(tell);
};
export function SchemeSelect() {
  const t = useT();
  const scheme = useSyncExternalStore(subscribe, current);
  return (
    <select
      className="ds-input"
      data-width="auto"
      aria-label={t('choice.scheme')}
      value={scheme}
      onChange={(e) => chooseScheme(schemes.find((s) => s === e.target.value) ?? 'auto')}
    >
      {schemes.map((s) => (
        <option key={s} value={s}>
          {t(`choice.scheme.${s}`)}
        </option>
      ))}
    </select>
  );
}
