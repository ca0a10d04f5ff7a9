import { Button } from '@digdir/designsystemet-react';
import { ChevronLeftIcon, ChevronRightIcon } from '@navikt/aksel-icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useMay } from '@/shared/session/session';
import { FormDialog } from '@/shared/ui/dialogs';
import { toast, toastError } from '@/shared/ui/toasts';
import { When } from '@/shared/ui/When';
import type { EntryAudience } from '@/shared/words/values';
import { AudienceWord, useAudiences } from '../audience';
import { showPicture } from '../mutations';
import { type Incident, incident as incidentQuery, type Picture } from '../queries';
import { useT } from '../texts';

interface Props {
  incident: Incident;
  at: number;
  onGo: (at: number) => void;
  onClose: () => void;
}
/** One picture at a time; arrow keys go on and back. */
export function Lightbox({ incident, at, onGo, onClose }: Props) {
  const t = useT();
  const { pictures } = incident;
  const picture = pictures[at];
  const count = pictures.length;
  useEffect(() => {
    const go = (e: KeyboardEvent) => {
      if (e.target instanceof HTMLSelectElement) return;
      if (e.key === 'ArrowRight' && at < count - 1) onGo(at + 1);
      if (e.key === 'ArrowLeft' && at > 0) onGo(at - 1);
    };
    document.addEventListener('keydown', go);
    return () => document.removeEventListener('keydown', go);
  }, [at, count, onGo]);
  if (!picture) return null;
  return (
    <FormDialog open title={t('photos.of', { number: at + 1, count })} onClose={onClose}>
      <div className="lightbox">
        <img
          src={`/v1/pictures/${picture.id}`}
          width={picture.width}
          height={picture.height}
          alt={picture.caption ?? t('pictures.alt', { number: at + 1 })}
        />
        {count > 1 && (
          <div className="lightbox-nav">
            <Button type="button" variant="secondary" disabled={at === 0} onClick={() => onGo(at - 1)}>
              <ChevronLeftIcon aria-hidden /> {t('photos.previous')}
            </Button>
            <Button
              type="button"
              variant="secondary"
              disabled={at === count - 1}
              onClick={() => onGo(at + 1)}
            >
              {t('photos.next')} <ChevronRightIcon aria-hidden />
            </Button>
          </div>
        )}
        <p className="flush">
          {picture.caption && (
            <>
              <bdi>{picture.caption}</bdi>
              <br />
            </>
          )}
          <span className="muted">
            <bdi>{picture.from_resident ? t('photos.byResident') : picture.author?.name}</bdi>{' '}
            <When at={picture.created_at} as="short" />
          </span>
        </p>
        <Shown incident={incident} picture={picture} />
      </div>
    </FormDialog>
  );
}

/** Who sees it; those who may, decide. */
function Shown({ incident, picture }: { incident: Incident; picture: Picture }) {
  const t = useT();
  const mayDecide = useMay('incidents:edit');
  const queryClient = useQueryClient();
  const options = useAudiences(incident);
  const change = useMutation({
    mutationFn: (audience: EntryAudience) => showPicture(picture.id, { audience }),
    onSuccess: () => {
      toast(t('photos.shown'));
      return queryClient.invalidateQueries({ queryKey: incidentQuery(incident.id).queryKey });
    },
    onError: toastError,
  });
  if (!mayDecide) return <AudienceWord audience={picture.audience} />;
  const chosen = change.isPending ? change.variables : picture.audience;
  const hint = options.find((o) => o.value === chosen)?.hint;
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor="picture-audience">
        {t('photos.who')}
      </label>
      <select
        className="ds-input"
        id="picture-audience"
        aria-describedby="picture-audience-hint"
        value={chosen}
        disabled={change.isPending}
        onChange={(e) => {
          const next = options.find((o) => o.value === e.target.value);
          if (next) change.mutate(next.value);
        }}
      >
        {!options.some((o) => o.value === chosen) && (
          <option value={chosen}>{t(`incident.audience.${chosen}`)}</option>
        )}
        {options.map((o) => (
          <option key={o.value} value={o.value}>
            {o.label}
          </option>
        ))}
      </select>
      <p className="muted flush" id="picture-audience-hint">
        {hint}
      </p>
    </div>
  );
}
