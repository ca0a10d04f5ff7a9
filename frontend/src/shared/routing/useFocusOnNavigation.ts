import { type AnyRouter, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/** After a change of page the focus stands on its heading, so that readers hear where they are and Tab starts there. */
export function useFocusOnNavigation(): void {
  const router: AnyRouter = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ pathChanged, fromLocation }) => {
        if (!pathChanged || !fromLocation) return;
        const target =
          document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main');
        target?.focus({ preventScroll: true });
      }),
    [router],
  );
}
