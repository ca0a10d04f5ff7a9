import { Button } from '@digdir/designsystemet-react';
import { unsay } from '@/shared/i18n/describeError';
import type { Pictures } from '@/shared/media/usePictures';
import { useT } from '../texts';

interface Props {
  pictures: Pictures;
  busy: boolean;
  onRetry: () => void;
}
/** Each picture on its way: sent, being sent, or not sent and why. */
export function PictureProgress({ pictures: { list }, busy, onRetry }: Props) {
  const t = useT();
  const sent = list.filter((p) => p.state === 'sent').length;
  const failed = list.filter((p) => p.state === 'failed' && p.blob).length;
  return (
    <section aria-labelledby="sending">
      <h2 className="section-title" id="sending">
        {t('reported.pictures')}
      </h2>
      <p className="flush" role="status">
        {t('reported.picturesSent', { sent, all: list.length })}
      </p>
      <ul className="pictures">
        {list.map((p, i) => (
          <li key={p.id} data-state={p.state}>
            {p.preview ? (
              <img src={p.preview} alt={t('pictures.alt', { number: i + 1 })} />
            ) : (
              <span className="skeleton" />
            )}
            {p.state === 'sending' && (
              <progress value={p.progress} aria-label={t('pictures.sending', { number: i + 1 })} />
            )}
            <span className="muted">{t(`reported.picture.${p.state}`)}</span>
            {p.error && (
              <p className="ds-validation-message" data-color="danger">
                {unsay(p.error)}
              </p>
            )}
          </li>
        ))}
      </ul>
      {failed > 0 && (
        <Button type="button" variant="secondary" disabled={busy} onClick={onRetry}>
          {t('reported.retry', { count: failed })}
        </Button>
      )}
    </section>
  );
}
