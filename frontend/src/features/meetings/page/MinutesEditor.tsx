import { Button } from '@digdir/designsystemet-react';
import { useId, useState } from 'react';
import { looksLikeIdentifier } from '@/shared/forms/identifiers';
import { useT as useShared } from '@/shared/i18n';
import { describeError } from '@/shared/i18n/describeError';
import { When } from '@/shared/ui/When';
import { approveMinutes } from '../mutations';
import { type Meeting, useKeepMeeting, useReloadMeeting } from '../queries';
import { useT } from '../texts';
import { useMinutes } from './useMinutes';

export function MinutesEditor({ meeting: m }: { meeting: Meeting }) {
  const t = useT();
  const shared = useShared();
  const id = useId();
  const minutes = useMinutes(m);
  const { text, type, theirs, choose, failure, dirty, savedAt } = minutes;
  return (
    <div className="stack">
      <label className="ds-label" htmlFor={id}>
        {t('minutes.write')}
      </label>
      {theirs && (
        <div className="clash" data-color="warning" role="alert">
          <p className="flush">
            <strong>{t('minutes.clash', { name: theirs.author.name })}</strong>
          </p>
          <div className="minutes-both">
            <div>
              <h3 className="meet-sub">{t('minutes.theirs', { name: theirs.author.name })}</h3>
              <bdi className="minutes-text">{theirs.body}</bdi>
            </div>
            <div>
              <h3 className="meet-sub">{t('minutes.mine')}</h3>
              <bdi className="minutes-text">{text}</bdi>
            </div>
          </div>
          <div className="actions">
            <Button type="button" onClick={() => choose(`${theirs.body}\n\n${text}`)}>
              {t('minutes.keepBoth')}
            </Button>
            <Button type="button" variant="secondary" onClick={() => choose(text)}>
              {t('minutes.keepMine')}
            </Button>
            <Button type="button" variant="secondary" onClick={() => choose(theirs.body)}>
              {t('minutes.keepTheirs')}
            </Button>
          </div>
        </div>
      )}
      <textarea
        className="ds-input minutes-area"
        id={id}
        dir="auto"
        rows={12}
        maxLength={40_000}
        readOnly={theirs !== undefined}
        aria-describedby={`${id}-state`}
        value={text}
        onChange={(e) => type(e.target.value)}
        onBlur={() => !theirs && void minutes.save()}
      />
      <div role="status" className="quiet-word">
        {looksLikeIdentifier(text) && (
          <p className="number-warning flush">{shared('form.looksLikeNumber')}</p>
        )}
      </div>
      <p className="muted flush minutes-state" id={`${id}-state`} role="status">
        {failure !== undefined
          ? t('minutes.notSaved', { why: describeError(failure).title })
          : dirty
            ? t('minutes.saving')
            : savedAt && (
                <>
                  {t('minutes.saved')} <When at={savedAt} as="short" />
                </>
              )}
      </p>
      {text.trim() !== '' && !theirs && <Approve meeting={m} save={() => minutes.save()} />}
    </div>
  );
}

/** What stands in the field is saved first; then nobody changes it but by a new version. */
function Approve({ meeting: m, save }: { meeting: Meeting; save: ReturnType<typeof useMinutes>['save'] }) {
  const t = useT();
  const keep = useKeepMeeting();
  const reload = useReloadMeeting(m.id);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<unknown>();
  const left = m.agenda.filter((i) => !i.outcome).length;
  const approve = async () => {
    setBusy(true);
    setRefusal(undefined);
    try {
      const draft = await save();
      if (draft) keep(await approveMinutes(m.id, draft.version));
    } catch (error) {
      setRefusal(error);
      void reload();
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="minutes-approve">
      <Button type="button" loading={busy} onClick={() => void approve()}>
        {t('minutes.approve')}
      </Button>
      <span role="alert">
        {refusal !== undefined && <span className="number-warning">{describeError(refusal).title}</span>}
      </span>
      <span className="muted">{left > 0 ? t('minutes.left', { count: left }) : t('minutes.locks')}</span>
    </div>
  );
}
