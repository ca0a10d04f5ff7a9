import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useMay } from '@/shared/session/session';
import { ConfirmDialog } from '@/shared/ui/dialogs';
import { Section } from '@/shared/ui/Page';
import { toastError } from '@/shared/ui/toasts';
import { When } from '@/shared/ui/When';
import { correctMinutes } from '../mutations';
import { type Meeting, type MinutesVersion, useKeepMeeting } from '../queries';
import { useT } from '../texts';
import { isOpen } from '../words';
import { MinutesEditor } from './MinutesEditor';
import { draftOf } from './useMinutes';

/** A draft while it is written; once approved a text that stands, with the versions before it. */
export function MinutesPart({ meeting: m }: { meeting: Meeting }) {
  const t = useT();
  const mayWrite = useMay('meetings:write');
  const [asking, setAsking] = useState(false);
  const keep = useKeepMeeting();
  const draft = draftOf(m);
  const [approved, ...earlier] = m.minutes.filter((v) => v.approved_at);
  const writing = mayWrite && isOpen(m);
  return (
    <Section
      title={t('minutes.title')}
      actions={
        mayWrite &&
        m.minutes_state === 'approved' && (
          <Button type="button" variant="tertiary" onClick={() => setAsking(true)}>
            {t('minutes.correct')}
          </Button>
        )
      }
    >
      {writing && draft?.reason && (
        <p className="muted flush">
          {t('minutes.newVersion', { number: draft.number })} <bdi>{draft.reason}</bdi>
        </p>
      )}
      {writing && <MinutesEditor key={approved?.number ?? 0} meeting={m} />}
      {!writing && draft && <Version version={draft} />}
      {!writing && !draft && !approved && <p className="muted flush">{t('minutes.none')}</p>}
      {approved && (!writing || draft) && <Version version={approved} />}
      {earlier.length > 0 && (
        <details className="minutes-earlier">
          <summary>{t('minutes.earlier', { count: earlier.length })}</summary>
          {earlier.map((v) => (
            <Version key={v.id} version={v} />
          ))}
        </details>
      )}
      <ConfirmDialog
        open={asking}
        title={t('minutes.correct')}
        text={t('minutes.correctText')}
        reasonLabel={t('minutes.correctWhy')}
        confirmLabel={t('minutes.correctDo')}
        onClose={() => setAsking(false)}
        onConfirm={async (reason) => {
          try {
            keep(await correctMinutes(m.id, reason));
            setAsking(false);
          } catch (error) {
            toastError(error);
          }
        }}
      />
    </Section>
  );
}

function Version({ version: v }: { version: MinutesVersion }) {
  const t = useT();
  return (
    <article className="minutes-version">
      <bdi className="minutes-text">{v.body}</bdi>
      <p className="muted flush">
        {v.approved_at ? (
          <>
            {t('minutes.approvedBy', { number: v.number, name: v.approved_by?.name ?? '' })}{' '}
            <When at={v.approved_at} as="short" />
          </>
        ) : (
          t('minutes.draftBy', { name: v.author.name })
        )}
        {v.reason && (
          <>
            {' · '}
            <bdi>{v.reason}</bdi>
          </>
        )}
      </p>
    </article>
  );
}
