import { useEffect, useRef, useState } from 'react';
import { ApiError } from '@/shared/api/problem';
import { saveMinutes } from '../mutations';
import { type Meeting, type MinutesVersion, useKeepMeeting, useReloadMeeting } from '../queries';

export const draftOf = (m: Meeting): MinutesVersion | undefined => m.minutes.find((v) => !v.approved_at);

const REST = 1200;
const AGAIN = 5000;
type Saved = Pick<MinutesVersion, 'version' | 'body' | 'saved_at'>;

/** Text that saves itself. What somebody else saved first is never overwritten: both texts stand until one chooses. */
export function useMinutes(m: Meeting) {
  const keep = useKeepMeeting();
  const reload = useReloadMeeting(m.id);
  const draft = draftOf(m);
  const [text, setText] = useState(draft?.body ?? '');
  // what the server and this form last agreed on
  const [agreed, setAgreed] = useState<Saved | undefined>(draft);
  const [theirs, setTheirs] = useState<MinutesVersion>();
  const [failure, setFailure] = useState<unknown>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const base = useRef<Saved | undefined>(draft);
  const saving = useRef<Promise<unknown>>(Promise.resolve());
  const dirty = text.trim() !== (agreed?.body ?? '');

  // somebody else wrote while nothing here was unsaved
  if (draft && !dirty && !theirs && draft.version > (agreed?.version ?? 0)) {
    setAgreed(draft);
    if (text !== draft.body) setText(draft.body);
  }
  useEffect(() => {
    base.current = agreed;
  }, [agreed]);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (!dirty) return;
    const warn = (e: BeforeUnloadEvent) => e.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [dirty]);

  const agree = (saved: Saved | undefined) => {
    base.current = saved;
    setAgreed(saved);
  };
  const attempt = async (body: string): Promise<Saved | undefined> => {
    if (body === '' || body === base.current?.body) return base.current;
    try {
      const saved = await saveMinutes(m.id, { body, version: base.current?.version ?? null });
      const stands = draftOf(saved);
      agree(stands);
      setFailure(undefined);
      keep(saved);
      return stands;
    } catch (error) {
      if (error instanceof ApiError && error.slug === 'minutes-changed-meanwhile') {
        setFailure(undefined);
        setTheirs(draftOf(await reload()));
      } else {
        setFailure(error);
        wait(body, AGAIN);
      }
      return undefined;
    }
  };
  /** One after the other: a second save must know what the first one made of the version. */
  const save = (now = text): Promise<Saved | undefined> => {
    clearTimeout(timer.current);
    const next = saving.current.then(() => attempt(now.trim()));
    saving.current = next;
    return next;
  };
  const wait = (now: string, ms: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(now), ms);
  };
  const type = (now: string) => {
    setText(now);
    wait(now, REST);
  };
  const choose = (mine: string) => {
    if (!theirs) return;
    agree(theirs);
    setTheirs(undefined);
    setText(mine);
    void save(mine);
  };
  return { text, type, save, dirty, failure, savedAt: agreed?.saved_at, theirs, choose };
}
