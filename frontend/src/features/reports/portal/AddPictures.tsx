import { Button } from '@digdir/designsystemet-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { usePictures } from '@/shared/media/usePictures';
import { PicturePicker } from '@/shared/ui/PicturePicker';
import { myReport, sendReportPicture } from './queries';
import { useT } from './texts';

export function AddPictures({ id }: { id: string }) {
  const client = useQueryClient();
  const t = useT();
  const [round, setRound] = useState(0);
  const sent = async () => {
    await client.invalidateQueries({ queryKey: myReport(id).queryKey });
    setRound((n) => n + 1);
  };
  return (
    <section aria-label={t('reports.addPictures')}>
      <Chooser key={round} id={id} onSent={sent} />
    </section>
  );
}

function Chooser({ id, onSent }: { id: string; onSent: () => Promise<void> }) {
  const t = useT();
  const pictures = usePictures(6);
  const [sending, setSending] = useState(false);
  const send = async () => {
    setSending(true);
    const missing = await pictures.upload((blob, key, onProgress) =>
      sendReportPicture(id, blob, key, onProgress),
    );
    setSending(false);
    if (missing === 0) await onSent();
  };
  return (
    <div className="stack">
      <PicturePicker pictures={pictures} label={t('reports.addPictures')} large />
      {pictures.list.some((p) => p.blob) && (
        <Button type="button" data-size="lg" loading={sending} onClick={() => void send()}>
          {t('reports.sendPictures')}
        </Button>
      )}
    </div>
  );
}
