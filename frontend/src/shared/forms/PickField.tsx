import { Button } from '@digdir/designsystemet-react';
import { XMarkIcon } from '@navikt/aksel-icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useController } from 'react-hook-form';
import { useT } from '@/shared/i18n';
import { useDebounced } from '@/shared/ui/useDebounced';
import { useListbox } from '@/shared/ui/useListbox';
import { FieldFrame } from './FieldFrame';
import { useFieldParts } from './fieldId';
import type { FieldProps } from './fields';

export interface Pick {
  id: string;
  label: string;
  detail?: string | null;
}
interface Props extends FieldProps {
  /** Distinguishes the cached answers of different pickers. */
  source: string;
  search: (q: string, signal: AbortSignal) => Promise<Pick[]>;
  /** Letters before asking the server; 0 shows the first choices at once. */
  minLetters?: number;
}
/** Find and choose one person, unit or other thing on the server. The form value is the chosen `Pick` or null. */
export function PickField({ name, label, hint, optional, source, search, minLetters = 0 }: Props) {
  const t = useT();
  const {
    field: { ref, value, onChange, onBlur },
  } = useController({ name });
  const { id, error, aria } = useFieldParts(name, !!hint);
  const chosen = (value ?? null) as Pick | null;
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const q = useDebounced(text.trim());
  const found = useQuery({
    queryKey: ['pick', source, q],
    queryFn: ({ signal }) => search(q, signal),
    enabled: open && q.length >= minLetters,
  });
  const options = found.data ?? [];
  const choose = (p: Pick | undefined) => {
    onChange(p ?? null);
    setText('');
    setOpen(false);
  };
  const listId = `${id}-list`;
  const box = useListbox({
    count: options.length,
    idOf: (i) => `${listId}-${i}`,
    onChoose: (i) => choose(options[i]),
    onEscape: () => setOpen(false),
  });
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} optional={optional}>
      {chosen ? (
        <div className="picked">
          <span>
            <bdi>{chosen.label}</bdi> {chosen.detail && <span className="muted">{chosen.detail}</span>}
          </span>
          <Button
            type="button"
            icon
            variant="tertiary"
            id={id}
            aria-label={t('form.pickRemove', { label: chosen.label })}
            onClick={() => choose(undefined)}
          >
            <XMarkIcon aria-hidden />
          </Button>
        </div>
      ) : (
        <div className="pick">
          <input
            className="ds-input"
            type="text"
            role="combobox"
            autoComplete="off"
            dir="auto"
            {...aria}
            aria-expanded={open}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={box.activeId}
            ref={ref}
            value={text}
            onFocus={() => setOpen(true)}
            onBlur={() => {
              setOpen(false);
              onBlur();
            }}
            onChange={(e) => {
              setText(e.target.value);
              setOpen(true);
            }}
            onKeyDown={box.onKeyDown}
          />
          <div role="listbox" id={listId} className="listbox" aria-label={t('form.pickList')} hidden={!open}>
            {options.map((o, i) => (
              // focus stays in the input, so the mouse may not take it before the click arrives
              <div
                key={o.id}
                id={`${listId}-${i}`}
                role="option"
                tabIndex={-1}
                aria-selected={i === box.active}
                className="option"
                onMouseDown={(e) => e.preventDefault()}
                onMouseEnter={() => box.setActive(i)}
                onClick={() => choose(o)}
                onKeyDown={undefined}
              >
                <bdi>{o.label}</bdi> {o.detail && <span className="muted">{o.detail}</span>}
              </div>
            ))}
          </div>
          {open && found.isSuccess && options.length === 0 && (
            <p className="muted pick-note">{t('form.pickNone')}</p>
          )}
          {open && found.isError && <p className="muted pick-note">{t('error.network')}</p>}
        </div>
      )}
    </FieldFrame>
  );
}
