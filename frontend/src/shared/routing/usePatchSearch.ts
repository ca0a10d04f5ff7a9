import { useNavigate } from '@tanstack/react-router';

/** Changes some of the filters in the address and leaves the rest; the route that validates them names `S`. Replaces, so that Back leaves the list. */
export function usePatchSearch<S extends object>(): (patch: Partial<S>) => void {
  const navigate = useNavigate();
  return (patch) =>
    void navigate({
      to: '.',
      search: ((old: S) => ({ ...old, ...patch })) as never,
      replace: true,
      resetScroll: false,
    });
}
