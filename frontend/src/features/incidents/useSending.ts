import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { sendPicture } from '@/shared/media/sendPicture';
import type { Picture, Pictures } from '@/shared/media/usePictures';
import type { EntryAudience } from '@/shared/words/values';
import { incident } from './queries';

interface Sending {
  incidentId: string;
  /** Left out: as narrow as the sender's service allows. */
  audience?: EntryAudience;
  pictures: Pictures;
  /** Which may go; one that is still being shrunk goes as soon as it is ready. */
  wanted: (picture: Picture) => boolean;
}
/** Sends one picture after the other; `again` tries those that did not arrive. */
export function useSending({ incidentId, audience, pictures, wanted }: Sending) {
  const queryClient = useQueryClient();
  const running = useRef(false);
  const mine = pictures.list.filter(wanted);
  const ready = mine.some((p) => p.state === 'ready');
  const again = async () => {
    if (running.current) return;
    running.current = true;
    await pictures.upload((picture, key, onProgress) =>
      sendPicture(`/v1/incidents/${incidentId}/pictures`, picture, {
        key,
        field: 'picture',
        fields: audience ? { audience } : {},
        onProgress,
      }),
    );
    running.current = false;
    void queryClient.invalidateQueries({ queryKey: incident(incidentId).queryKey });
    void queryClient.invalidateQueries({ queryKey: ['get', '/v1/incidents'] });
  };
  useEffect(() => {
    if (ready) void again();
  });
  return {
    again: () => void again(),
    busy: mine.some((p) => p.state === 'working' || p.state === 'sending'),
    arrived: mine.length > 0 && mine.every((p) => p.state === 'sent'),
  };
}
