import { Button } from '@digdir/designsystemet-react';
import { XMarkIcon } from '@navikt/aksel-icons';
import { type ReactNode, useSyncExternalStore } from 'react';
import { useT } from '@/shared/i18n';
import { describeError } from '@/shared/i18n/describeError';

interface Toast {
  id: number;
  text: ReactNode;
  tone: 'success' | 'info' | 'danger';
}
let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();
const set = (next: readonly Toast[]) => {
  toasts = next;
  for (const tell of listeners) tell();
};
const drop = (id: number) => set(toasts.filter((x) => x.id !== id));

/** `toast('Lagret')` after something was done; `toastError(error)` for what has no field or page to stand in. */
export function toast(text: ReactNode, tone: Toast['tone'] = 'success'): void {
  const id = nextId++;
  set([...toasts.slice(-2), { id, text, tone }]);
  // a fault stays until it is read
  if (tone !== 'danger') setTimeout(() => drop(id), 7000);
}
export const toastError = (error: unknown): void => toast(describeError(error).title, 'danger');

const subscribe = (tell: () => void) => {
  listeners.add(tell);
  return () => void listeners.delete(tell);
};
export function Toasts() {
  const t = useT();
  const shown = useSyncExternalStore(subscribe, () => toasts);
  return (
    <div className="toasts" aria-live="polite" role="status">
      {shown.map((x) => (
        <div key={x.id} className="toast" data-color={x.tone}>
          <span>{x.text}</span>
          <Button
            type="button"
            icon
            variant="tertiary"
            aria-label={t('action.close')}
            onClick={() => drop(x.id)}
          >
            <XMarkIcon aria-hidden />
          </Button>
        </div>
      ))}
    </div>
  );
}
