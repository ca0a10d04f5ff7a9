import { Button } from '@digdir/designsystemet-react';
import { CheckmarkCircleFillIcon } from '@navikt/aksel-icons';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { isoDay } from '@/shared/format/dates';
import { joined } from '@/shared/format/joined';
import { useMay } from '@/shared/session/session';
import { Section } from '@/shared/ui/Page';
import { StatusTag } from '@/shared/ui/Tag';
import { toastError } from '@/shared/ui/toasts';
import { When } from '@/shared/ui/When';
import { AudienceWord } from '../audience';
import { editMeasure } from '../mutations';
import { type Incident, type Measure, useKeepIncident, useRefreshIncident } from '../queries';
import { useT } from '../texts';
import { MeasureDialog } from './MeasureDialog';

/** What was agreed: who does what until when; the open ones first. */
export function Measures({ incident }: { incident: Incident }) {
  const t = useT();
  const mayHandle = useMay('incidents:handle');
  const [open, setOpen] = useState<Measure | 'new'>();
  const sorted = [...incident.measures].sort(
    (a, b) =>
      Number(!!a.done_at) - Number(!!b.done_at) || (a.due_on ?? '9999').localeCompare(b.due_on ?? '9999'),
  );
  if (sorted.length === 0 && !mayHandle) return null;
  return (
    <Section
      title={t('measure.title')}
      actions={
        mayHandle && (
          <Button type="button" variant="tertiary" onClick={() => setOpen('new')}>
            {t('measure.add')}
          </Button>
        )
      }
    >
      {sorted.length === 0 && <p className="muted flush">{t('measure.none')}</p>}
      <ul className="plain-list case-lines">
        {sorted.map((m) => (
          <Line
            key={m.id}
            incident={incident}
            measure={m}
            onEdit={mayHandle ? () => setOpen(m) : undefined}
          />
        ))}
      </ul>
      {open && (
        <MeasureDialog
          incident={incident}
          measure={open === 'new' ? undefined : open}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Section>
  );
}

interface LineProps {
  incident: Incident;
  measure: Measure;
  onEdit?: () => void;
}
function Line({ incident, measure: m, onEdit }: LineProps) {
  const t = useT();
  const keep = useKeepIncident();
  const refresh = useRefreshIncident(incident.id);
  const tick = useMutation({
    mutationFn: (done: boolean) => editMeasure(incident.id, m.id, { version: m.version, done }),
    onSuccess: keep,
    onError: (error) => {
      toastError(error);
      refresh();
    },
  });
  const late = !m.done_at && !!m.due_on && m.due_on < isoDay();
  const who = joined(m.owner?.name, t(`audience.${m.responsible}`));
  return (
    <li data-done={m.done_at ? true : undefined}>
      <span className="case-line-main">
        <span className="measure-what">
          {m.done_at && <CheckmarkCircleFillIcon aria-hidden className="measure-done" />}
          <bdi>{m.what}</bdi>
        </span>
        <span className="muted case-sub">
          <bdi>{who}</bdi>
          {m.done_at ? (
            <>
              {' · '}
              {t('measure.doneAt')} <When at={m.done_at} />
            </>
          ) : (
            m.due_on && (
              <>
                {' · '}
                {t('incident.due')} <When at={m.due_on} as="day" />
              </>
            )
          )}
        </span>
      </span>
      {late && <StatusTag tone="warning">{t('incident.overdue')}</StatusTag>}
      <AudienceWord audience={m.audience} />
      {onEdit && (
        <span className="case-acts">
          {!m.done_at && (
            <Button
              type="button"
              variant="secondary"
              loading={tick.isPending}
              aria-label={t('measure.doneLabel', { what: m.what })}
              onClick={() => tick.mutate(true)}
            >
              {t('measure.done')}
            </Button>
          )}
          {m.done_at ? (
            <Button
              type="button"
              variant="tertiary"
              loading={tick.isPending}
              aria-label={t('measure.undoneLabel', { what: m.what })}
              onClick={() => tick.mutate(false)}
            >
              {t('measure.undone')}
            </Button>
          ) : (
            <Button
              type="button"
              variant="tertiary"
              aria-label={t('measure.editLabel', { what: m.what })}
              onClick={onEdit}
            >
              {t('action.edit')}
            </Button>
          )}
        </span>
      )}
    </li>
  );
}
