import { Button } from '@digdir/designsystemet-react';
import { useEffect, useState } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { usePictures } from '@/shared/media/usePictures';
import { Section } from '@/shared/ui/Page';
import { PicturePicker } from '@/shared/ui/PicturePicker';
import { toast } from '@/shared/ui/toasts';
import type { EntryAudience } from '@/shared/words/values';
import { AudienceChoice, AudienceWord, useAudiences } from '../audience';
import type { Incident } from '../queries';
import { useT } from '../texts';
import { useSending } from '../useSending';
import { Lightbox } from './Lightbox';

const most = 10;

export function Pictures({ incident }: { incident: Incident }) {
  const t = useT();
  const [at, setAt] = useState<number>();
  const { pictures } = incident;
  return (
    <Section title={t('photos.title', { count: pictures.length })}>
      {pictures.length > 0 && (
        <ul className="plain-list thumbs">
          {pictures.map((p, i) => (
            <li key={p.id}>
              <button
                type="button"
                className="thumb"
                aria-label={t('photos.open', { number: i + 1, caption: p.caption ?? '' })}
                onClick={() => setAt(i)}
              >
                <img src={`/v1/pictures/${p.id}/thumbnail`} alt="" width={p.width} height={p.height} />
              </button>
              <AudienceWord audience={p.audience} />
            </li>
          ))}
        </ul>
      )}
      {pictures.length < most && <Add incident={incident} />}
      {at !== undefined && pictures[at] && (
        <Lightbox incident={incident} at={at} onGo={setAt} onClose={() => setAt(undefined)} />
      )}
    </Section>
  );
}

function Add({ incident }: { incident: Incident }) {
  const t = useT();
  const chosen = usePictures(most - incident.pictures.length);
  const first = useAudiences(incident)[0]?.value ?? 'partners';
  const form = useForm<{ audience: EntryAudience }>({ defaultValues: { audience: first } });
  const audience = useWatch({ control: form.control, name: 'audience' });
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set());
  const { again, busy, arrived } = useSending({
    incidentId: incident.id,
    audience,
    pictures: chosen,
    wanted: (p) => asked.has(p.id),
  });
  const { list, remove } = chosen;
  useEffect(() => {
    if (!arrived) return;
    toast(t('photos.added'));
    for (const p of list) if (p.state === 'sent') remove(p.id);
  }, [arrived, list, remove, t]);
  const send = () => {
    setAsked(new Set(list.map((p) => p.id)));
    again();
  };
  return (
    <FormProvider {...form}>
      <div className="stack picture-add">
        <PicturePicker pictures={chosen} label={t('photos.more')} />
        {list.length > 0 && (
          <>
            <AudienceChoice incident={incident} label={t('photos.who')} />
            <div className="actions">
              <Button type="button" loading={busy} onClick={send}>
                {t('photos.send', { count: list.filter((p) => p.state !== 'sent').length })}
              </Button>
            </div>
          </>
        )}
      </div>
    </FormProvider>
  );
}
