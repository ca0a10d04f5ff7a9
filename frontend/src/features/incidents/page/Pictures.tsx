import { Button } from '@digdir/designsystemet-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { sendPicture } from '@/shared/media/sendPicture';
import { usePictures } from '@/shared/media/usePictures';
import { Section } from '@/shared/ui/Page';
import { PicturePicker } from '@/shared/ui/PicturePicker';
import { toast } from '@/shared/ui/toasts';
import type { EntryAudience } from '@/shared/words/values';
import { AudienceChoice, AudienceWord, useAudiences } from '../audience';
import { type Incident, incident as incidentQuery } from '../queries';
import { useT } from '../texts';
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
      {pictures.length < most && <Add key={pictures.length} incident={incident} />}
      {at !== undefined && pictures[at] && (
        <Lightbox incident={incident} at={at} onGo={setAt} onClose={() => setAt(undefined)} />
      )}
    </Section>
  );
}

function Add({ incident }: { incident: Incident }) {
  const t = useT();
  const queryClient = useQueryClient();
  const chosen = usePictures(most - incident.pictures.length);
  const first = useAudiences(incident)[0]?.value ?? 'partners';
  const form = useForm<{ audience: EntryAudience }>({ defaultValues: { audience: first } });
  const audience = useWatch({ control: form.control, name: 'audience' });
  const busy = chosen.list.some((p) => p.state === 'working' || p.state === 'sending');
  const send = async () => {
    const failed = await chosen.upload((picture, key, onProgress) =>
      sendPicture(`/v1/incidents/${incident.id}/pictures`, picture, {
        key,
        field: 'picture',
        fields: { audience },
        onProgress,
      }),
    );
    if (failed === 0) toast(t('photos.added'));
    await queryClient.invalidateQueries({ queryKey: incidentQuery(incident.id).queryKey });
  };
  return (
    <FormProvider {...form}>
      <div className="stack picture-add">
        <PicturePicker pictures={chosen} label={t('photos.more')} />
        {chosen.list.length > 0 && (
          <>
            <AudienceChoice incident={incident} label={t('photos.who')} />
            <div className="actions">
              <Button type="button" loading={busy} onClick={() => void send()}>
                {t('photos.send', { count: chosen.list.filter((p) => p.state !== 'sent').length })}
              </Button>
            </div>
          </>
        )}
      </div>
    </FormProvider>
  );
}
