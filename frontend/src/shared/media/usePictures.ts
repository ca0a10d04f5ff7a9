import { useEffect, useRef, useState } from 'react';
import { ApiError } from '@/shared/api/problem';
import { say } from '@/shared/i18n/describeError';
import { shrinkImage } from './shrinkImage';

export interface Picture {
  /** Also its idempotency key. */
  id: string;
  name: string;
  state: 'working' | 'ready' | 'sending' | 'sent' | 'failed';
  progress: number;
  blob?: Blob;
  preview?: string;
  /** A form message. */
  error?: string;
}
export interface Pictures {
  list: readonly Picture[];
  max: number;
  add: (files: Iterable<File>) => Promise<void>;
  remove: (id: string) => void;
  /** Sends what is ready or failed before; answers how many did not arrive. */
  upload: (
    send: (picture: Blob, key: string, onProgress: (share: number) => void) => Promise<void>,
  ) => Promise<number>;
}

export function usePictures(max = 6): Pictures {
  const [list, setList] = useState<readonly Picture[]>([]);
  const current = useRef(list);
  const patch = (id: string, change: Partial<Picture>) =>
    setList((old) => old.map((p) => (p.id === id ? { ...p, ...change } : p)));

  useEffect(() => {
    current.current = list;
  }, [list]);
  useEffect(
    () => () => {
      for (const p of current.current) if (p.preview) URL.revokeObjectURL(p.preview);
    },
    [],
  );

  const add = async (files: Iterable<File>) => {
    const room = max - current.current.length;
    const fresh = [...files].slice(0, Math.max(0, room));
    const entries = fresh.map((file): [Picture, File] => [
      { id: crypto.randomUUID(), name: file.name, state: 'working', progress: 0 },
      file,
    ]);
    setList((old) => [...old, ...entries.map(([p]) => p)]);
    for (const [{ id }, file] of entries) {
      try {
        const blob = await shrinkImage(file);
        patch(id, { blob, preview: URL.createObjectURL(blob), state: 'ready' });
      } catch {
        patch(id, { state: 'failed', error: 'pictures.unreadable' });
      }
    }
  };

  const remove = (id: string) => {
    const gone = current.current.find((p) => p.id === id);
    if (gone?.preview) URL.revokeObjectURL(gone.preview);
    setList((old) => old.filter((p) => p.id !== id));
  };

  const upload: Pictures['upload'] = async (send) => {
    let failed = 0;
    for (const p of current.current) {
      if (!p.blob || p.state === 'sent') continue;
      patch(p.id, { state: 'sending', progress: 0, error: undefined });
      try {
        await send(p.blob, p.id, (progress) => patch(p.id, { progress }));
        patch(p.id, { state: 'sent', progress: 1 });
      } catch (error) {
        failed += 1;
        const refused = error instanceof ApiError;
        patch(p.id, { state: 'failed', error: refused ? say('pictures.refused') : say('pictures.notSent') });
      }
    }
    return failed;
  };

  return { list, max, add, remove, upload };
}
