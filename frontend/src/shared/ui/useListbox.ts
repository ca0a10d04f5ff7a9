import { type KeyboardEvent, useEffect, useState } from 'react';

interface Options {
  count: number;
  /** The element id of an option, to keep the active one in sight. */
  idOf: (index: number) => string;
  onChoose: (index: number) => void;
  onEscape: () => void;
}
/** Arrow keys, Enter and Escape of a combobox over its options; focus stays in the input. */
export function useListbox({ count, idOf, onChoose, onEscape }: Options) {
  const [active, setActive] = useState(-1);
  const at = active < count ? active : -1;
  const activeId = at < 0 ? undefined : idOf(at);
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);
  const onKeyDown = (e: KeyboardEvent) => {
    if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
      if (!count) return;
      e.preventDefault();
      const step = e.key === 'ArrowDown' ? 1 : -1;
      setActive(at < 0 && step < 0 ? count - 1 : (at + step + count) % count);
    } else if (e.key === 'Enter' && at >= 0) {
      e.preventDefault();
      onChoose(at);
    } else if (e.key === 'Escape') {
      onEscape();
    }
  };
  return { active: at, activeId, setActive, onKeyDown };
}
