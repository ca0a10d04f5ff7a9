import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useId, useRef, useState } from 'react';
import { textOf } from '@/shared/i18n';
import { pathTo } from '@/shared/routing/links';
import { useDebounced } from '@/shared/ui/useDebounced';
import { useListbox } from '@/shared/ui/useListbox';
import { type SearchGroup, searchEverything, shortest } from './queries';
import { useT } from './texts';
import './search.css';

interface Hit {
  id: string;
  title: string;
  detail: string | null;
  path: string;
}
const hitsOf = (groups: readonly SearchGroup[]) =>
  groups
    .map((g) => ({
      key: g.key,
      hits: g.hits.flatMap(({ title, detail, link }): Hit[] => {
        const path = pathTo(link.to, link.id);
        return path
          ? [{ id: link.id, title, detail: detail && (textOf(`resident.status.${detail}`) ?? detail), path }]
          : [];
      }),
    }))
    .filter((g) => g.hits.length > 0);

interface Props {
  /** Ctrl K, ⌘K and / jump here; off for the copy inside the phone's dialog. */
  shortcut?: boolean;
  onDone?: () => void;
}
export function GlobalSearch({ shortcut = false, onDone }: Props) {
  const t = useT();
  const id = useId();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const q = useDebounced(text.trim(), 250);
  const found = useQuery(searchEverything(q));
  const groups = hitsOf(found.data?.groups ?? []);
  const flat = groups.flatMap((g) => g.hits);

  const go = (hit: Hit | undefined) => {
    if (!hit) return;
    setOpen(false);
    setText('');
    onDone?.();
    void navigate({ to: hit.path });
  };
  const box = useListbox({
    count: flat.length,
    idOf: (i) => `${id}-${i}`,
    onChoose: (i) => go(flat[i]),
    onEscape: () => setOpen(false),
  });
  useShortcut(shortcut, input);

  const asked = open && q.length >= shortest;
  const note = found.isError
    ? t('search.failed')
    : found.isSuccess && flat.length === 0
      ? t('search.none', { q })
      : '';
  return (
    <search className="gsearch">
      <input
        ref={input}
        className="ds-input"
        type="search"
        role="combobox"
        dir="auto"
        autoComplete="off"
        maxLength={100}
        placeholder={shortcut ? t('search.placeholder') : t('search.label')}
        aria-label={t('search.label')}
        aria-expanded={asked && flat.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={box.activeId}
        value={text}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onChange={(e) => {
          setText(e.target.value);
          setOpen(true);
          box.setActive(-1);
        }}
        onKeyDown={box.onKeyDown}
      />
      <div className="gsearch-panel" hidden={!asked || (flat.length === 0 && !note)}>
        <div role="listbox" id={`${id}-list`} aria-label={t('search.results')}>
          {groups.map((g) => (
            <div key={g.key} role="group" aria-labelledby={`${id}-${g.key}`}>
              <div className="gsearch-group" id={`${id}-${g.key}`} role="presentation">
                {textOf(`search.group.${g.key}`) ?? g.key}
              </div>
              {g.hits.map((h) => {
                const i = flat.indexOf(h);
                return (
                  <div
                    key={h.id}
                    id={`${id}-${i}`}
                    role="option"
                    tabIndex={-1}
                    className="option"
                    aria-selected={i === box.active}
                    // the input keeps the focus, else its blur would close the list before the click arrives
                    onMouseDown={(e) => e.preventDefault()}
                    onMouseEnter={() => box.setActive(i)}
                    onClick={() => go(h)}
                    onKeyDown={undefined}
                  >
                    <bdi>{h.title}</bdi>
                    {h.detail && <bdi className="muted gsearch-detail">{h.detail}</bdi>}
                  </div>
                );
              })}
            </div>
          ))}
        </div>
        {note && <p className="muted gsearch-note">{note}</p>}
      </div>
      <span className="sr-only" role="status">
        {asked && found.isSuccess ? t('search.count', { count: flat.length }) : ''}
      </span>
    </search>
  );
}

function useShortcut(on: boolean, input: React.RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    if (!on) return;
    const listen = (e: KeyboardEvent) => {
      const typing =
        e.target instanceof HTMLElement && !!e.target.closest('input, textarea, select, [contenteditable]');
      const wanted = (e.key.toLowerCase() === 'k' && (e.ctrlKey || e.metaKey)) || (e.key === '/' && !typing);
      if (!wanted || !input.current?.checkVisibility()) return;
      e.preventDefault();
      input.current.focus();
      input.current.select();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [on, input]);
}
