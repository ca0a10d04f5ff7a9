import { useEffect } from 'react';
import { step, today, type View } from './period';

/** ← and → go on, T goes to today; not while somebody types or a dialog is open. */
export function useCalendarKeys(view: View, day: string, go: (day: string) => void): void {
  useEffect(() => {
    const onKey = (e: KeyboardEvent) => {
      const at = e.target instanceof HTMLElement ? e.target : document.body;
      const busy = at.closest('input, select, textarea, dialog, [role="tablist"]');
      if (busy || e.ctrlKey || e.metaKey || e.altKey) return;
      if (e.key === 'ArrowLeft') go(step(view, day, -1));
      else if (e.key === 'ArrowRight') go(step(view, day, 1));
      else if (e.key.toLowerCase() === 't') go(today());
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}
