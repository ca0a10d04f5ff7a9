import { useMutation } from '@tanstack/react-query';
import { toastError } from '@/shared/ui/toasts';
import { type Meeting, useKeepMeeting, useReloadMeeting } from '../queries';

/** One change whose answer is the whole meeting; after a refusal the page shows what stands now. */
export function useMeetingChange<V>(id: string, change: (value: V) => Promise<Meeting>) {
  const keep = useKeepMeeting();
  const reload = useReloadMeeting(id);
  return useMutation({
    mutationFn: change,
    onSuccess: keep,
    onError: (error) => {
      toastError(error);
      void reload();
    },
  });
}
