import { type KeyboardEvent, useState } from 'react';

/** Arrow keys, Enter and Escape of a combobox over `count` options; focus stays in the input. */
export function useListbox(count: number, onChoose: (index: number) => void, onEscape: () => void) {
  const [active, setActive] = useState(-1);
  const at = active < count ? active : -1;
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
  return { active: at, setActive, onKeyDown };
}
