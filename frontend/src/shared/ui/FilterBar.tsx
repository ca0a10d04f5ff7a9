import { Button } from '@digdir/designsystemet-react';
import { FunnelIcon, XMarkIcon } from '@navikt/aksel-icons';
import { type ReactNode, useId, useRef, useState } from 'react';
import { day, readDay } from '@/shared/format/dates';
import { useT } from '@/shared/i18n';

interface BarProps {
  children: ReactNode;
  /** How many filters are set; shows «Nullstill» and, on a phone, the number on the button. */
  active: number;
  onClear: () => void;
}
/** Filters in one line; on a phone behind a button. Values come from and go to the address. */
export function FilterBar({ children, active, onClear }: BarProps) {
  const t = useT();
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <search className="filters" data-open={open}>
      <Button
        type="button"
        variant="secondary"
        className="filters-toggle"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <FunnelIcon aria-hidden />
        {t('filter.title', { count: active })}
      </Button>
      <div className="filters-fields" id={id}>
        {children}
        {active > 0 && (
          <Button type="button" variant="tertiary" onClick={onClear}>
            <XMarkIcon aria-hidden />
            {t('filter.clear')}
          </Button>
        )}
      </div>
    </search>
  );
}

interface SelectProps<V extends string> {
  label: string;
  value: V | undefined;
  options: readonly { value: V; label: string }[];
  onChange: (value: V | undefined) => void;
}
export function FilterSelect<V extends string>({ label, value, options, onChange }: SelectProps<V>) {
  const t = useT();
  return (
    <select
      className="ds-input filter-select"
      data-width="auto"
      aria-label={label}
      data-set={value !== undefined}
      value={value ?? ''}
      onChange={(e) => onChange(options.find((o) => o.value === e.target.value)?.value)}
    >
      <option value="">{`${label}: ${t('filter.all')}`}</option>
      {options.map((o) => (
        <option key={o.value} value={o.value}>
          {o.label}
        </option>
      ))}
    </select>
  );
}

interface TextProps {
  label: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}
export function FilterText({ label, value, onChange }: TextProps) {
  const [text, setText] = useState(value ?? '');
  const [shown, setShown] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // the address changed from outside (back button, «Nullstill»), not by what is being typed
  if (value !== shown) {
    setShown(value);
    if ((value ?? '') !== text.trim()) setText(value ?? '');
  }
  const type = (next: string) => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onChange(next.trim() || undefined), 300);
  };
  return (
    <input
      className="ds-input filter-text"
      type="search"
      dir="auto"
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(e) => type(e.target.value)}
    />
  );
}

/** A day as people type it; taken over when it is one, and thrown away on leaving when it is none. */
export function FilterDay({ label, value, onChange }: TextProps) {
  const shown = value ? day(value) : '';
  const [text, setText] = useState(shown);
  const [last, setLast] = useState(shown);
  // the address changed from outside, not by what is being typed
  if (shown !== last) {
    setLast(shown);
    setText(shown);
  }
  const take = (typed: string) => {
    const iso = readDay(typed);
    if (iso !== value && (iso || typed.trim() === '')) onChange(iso);
  };
  return (
    <input
      className="ds-input filter-day"
      type="text"
      inputMode="numeric"
      autoComplete="off"
      dir="ltr"
      size={14}
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(e) => {
        setText(e.target.value);
        if (/^\d{1,2}\.\d{1,2}\.\d{4}$/.test(e.target.value)) take(e.target.value);
      }}
      onKeyDown={(e) => e.key === 'Enter' && take(text)}
      onBlur={() => {
        take(text);
        if (!readDay(text)) setText(shown);
      }}
    />
  );
}

interface CheckProps {
  label: string;
  value: boolean | undefined;
  onChange: (value: true | undefined) => void;
}
export function FilterCheck({ label, value, onChange }: CheckProps) {
  return (
    <label className="filter-check">
      <input
        className="ds-input"
        type="checkbox"
        checked={value === true}
        onChange={(e) => onChange(e.target.checked || undefined)}
      />
      {label}
    </label>
  );
}
