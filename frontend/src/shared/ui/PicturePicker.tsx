import { Button } from '@digdir/designsystemet-react';
import { CameraIcon, XMarkIcon } from '@navikt/aksel-icons';
import { useId, useRef } from 'react';
import { useT } from '@/shared/i18n';
import { unsay } from '@/shared/i18n/describeError';
import type { Pictures } from '@/shared/media/usePictures';

interface Props {
  pictures: Pictures;
  label: string;
  hint?: string;
  large?: boolean;
}
/** Camera or files; every picture is shrunk and loses where and when it was taken before it leaves the phone. */
export function PicturePicker({ pictures, label, hint, large }: Props) {
  const t = useT();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const full = pictures.list.length >= pictures.max;
  return (
    <div className="ds-field">
      <span className="ds-label" id={`${id}-label`}>
        {label} <span className="muted">{t('form.optional')}</span>
      </span>
      {hint && <div data-field="description">{hint}</div>}
      <input
        ref={input}
        className="sr-only"
        type="file"
        accept="image/*"
        multiple
        tabIndex={-1}
        aria-hidden
        onChange={(e) => {
          void pictures.add(e.target.files ?? []);
          e.target.value = '';
        }}
      />
      <Button
        type="button"
        variant="secondary"
        data-size={large ? 'lg' : undefined}
        disabled={full}
        aria-describedby={`${id}-label`}
        onClick={() => input.current?.click()}
      >
        <CameraIcon aria-hidden />
        {full ? t('pictures.full', { max: pictures.max }) : t('pictures.add')}
      </Button>
      {pictures.list.length > 0 && (
        <ul className="pictures" aria-labelledby={`${id}-label`}>
          {pictures.list.map((p, i) => (
            <li key={p.id} data-state={p.state}>
              {p.preview ? (
                <img src={p.preview} alt={t('pictures.alt', { number: i + 1 })} />
              ) : (
                <span className="skeleton" />
              )}
              {p.state === 'sending' && (
                <progress value={p.progress} aria-label={t('pictures.sending', { number: i + 1 })} />
              )}
              {p.error && (
                <p className="ds-validation-message" data-color="danger" role="alert">
                  {unsay(p.error)}
                </p>
              )}
              <Button
                type="button"
                icon
                variant="secondary"
                data-color="neutral"
                aria-label={t('pictures.remove', { number: i + 1 })}
                onClick={() => pictures.remove(p.id)}
              >
                <XMarkIcon aria-hidden />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
