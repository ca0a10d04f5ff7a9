import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useSession } from '@/shared/session/session';
import { Section } from '@/shared/ui/Page';
import { Timeline } from '@/shared/ui/Timeline';
import { When } from '@/shared/ui/When';
import { AudienceWord } from '../audience';
import type { Entry, Incident, Picture } from '../queries';
import { useT } from '../texts';
import { Composer } from './Composer';
import { useEntryTitle } from './entryTitle';

/** What was written and done, the latest first. */
export function Story({ incident }: { incident: Incident }) {
  const t = useT();
  const [correcting, setCorrecting] = useState<Entry>();
  const title = useEntryTitle(incident);
  const byId = new Map(incident.entries.map((e) => [e.id, e]));
  const correctedBy = new Map(
    incident.entries.flatMap((e): [string, Entry][] => (e.corrects_id ? [[e.corrects_id, e]] : [])),
  );
  const entries = [...incident.entries].reverse().map((e) => {
    // a line may tell of a picture that is not for this reader
    const picture = incident.pictures.find((p) => p.id === e.picture_id);
    const corrected = e.corrects_id ? byId.get(e.corrects_id) : undefined;
    return {
      id: e.id,
      at: e.created_at,
      title: title(e),
      who: e.author?.name ?? (e.by === 'resident' ? t('entry.resident') : t(`audience.${e.by}`)),
      // a line without words is for everybody who sees the case
      tag: (e.body || e.kind === 'correction' || picture) && (
        <AudienceWord audience={picture?.audience ?? e.audience} />
      ),
      body: (
        <Body
          entry={e}
          picture={picture}
          corrected={corrected}
          later={correctedBy.get(e.id)}
          onCorrect={() => setCorrecting(e)}
        />
      ),
    };
  });
  return (
    <Section title={t('story.title')}>
      <Composer
        key={correcting?.id ?? 'new'}
        incident={incident}
        corrects={correcting}
        onDone={() => setCorrecting(undefined)}
      />
      {entries.length > 0 ? (
        <Timeline entries={entries} label={t('story.title')} />
      ) : (
        <p className="muted flush">{t('story.none')}</p>
      )}
    </Section>
  );
}

interface BodyProps {
  entry: Entry;
  picture?: Picture;
  corrected?: Entry;
  later?: Entry;
  onCorrect: () => void;
}
function Body({ entry: e, picture, corrected, later, onCorrect }: BodyProps) {
  const t = useT();
  const { actor_id } = useSession();
  const mayCorrect = e.author?.id === actor_id && e.kind === 'note' && e.body && !later;
  if (!e.body && !picture) return null;
  return (
    <>
      {corrected?.body && (
        <span className="muted story-old">
          {t('story.wrote')} <bdi>{corrected.body}</bdi>
        </span>
      )}
      {e.body && e.kind !== 'measure' && <bdi data-corrected={later ? true : undefined}>{e.body}</bdi>}
      {picture && (
        <img className="story-picture" src={`/v1/pictures/${picture.id}/thumbnail`} alt="" loading="lazy" />
      )}
      {later && (
        <span className="muted story-old">
          {t('story.correctedLater')} <When at={later.created_at} />
        </span>
      )}
      {mayCorrect && (
        <Button type="button" variant="tertiary" className="story-correct" onClick={onCorrect}>
          {t('story.correct')}
        </Button>
      )}
    </>
  );
}
