import { Button } from '@digdir/designsystemet-react';
import { PencilIcon } from '@navikt/aksel-icons';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { refresh } from '@/shared/live/useLiveEvents';
import { useMay } from '@/shared/session/session';
import { ConfirmDialog } from '@/shared/ui/dialogs';
import { StatusTag } from '@/shared/ui/Tag';
import { toast, toastError } from '@/shared/ui/toasts';
import { PlanWork } from './PlanWork';
import { type Assignment, markDone, sign, type Week } from './queries';
import { useT } from './texts';
import { stateOf, tones, what } from './told';

interface Props {
  week: Week;
  work: Assignment;
}
export function WorkCard({ week, work }: Props) {
  const t = useT();
  const mayPlan = useMay('crew:plan');
  const [changing, setChanging] = useState(false);
  const state = stateOf(work);
  const people = week.members.filter((one) => work.member_ids.includes(one.id));
  return (
    <li className="crew-work">
      <div className="crew-work-head">
        <Link to="/klargjoring/$unitId" params={{ unitId: work.unit_id }} className="ds-link tap">
          {what(t, work)}
        </Link>
        {mayPlan && state !== 'signed' && (
          <Button
            type="button"
            icon
            variant="tertiary"
            aria-label={t('crew.changeWork', { what: what(t, work) })}
            onClick={() => setChanging(true)}
          >
            <PencilIcon aria-hidden />
          </Button>
        )}
      </div>
      <p className="flush">
        <bdi>{people.map((one) => one.name).join(', ') || t('crew.nobody')}</bdi>
      </p>
      <p className="flush row tight">
        <StatusTag tone={tones[state]}>{t(`crew.state.${state}`)}</StatusTag>
        <span className="muted figures">
          {t('crew.pieces', { done: work.progress.set_up, all: work.progress.pieces })}
        </span>
      </p>
      {work.signed_by && (
        <p className="muted flush">
          <bdi>{t('crew.signedBy', { name: work.signed_by })}</bdi>
        </p>
      )}
      <WorkActions work={work} />
      {changing &&
        createPortal(
          <PlanWork week={week} work={work} day={work.day} onClose={() => setChanging(false)} />,
          document.body,
        )}
    </li>
  );
}

/** Done by those whose work it is and by a leader; signed by a leader alone, and only what is done. */
function WorkActions({ work }: { work: Assignment }) {
  const t = useT();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [works, plans, signs] = [useMay('crew:own_day'), useMay('crew:plan'), useMay('crew:sign')];
  if (work.signed_at) return null;
  const after = async (act: Promise<unknown>, said?: string) => {
    try {
      await act;
      refresh(client, 'crew');
      if (said) toast(said);
    } catch (error) {
      toastError(error);
    }
    setAsking(false);
  };
  const named = { what: what(t, work) };
  const done = !work.done_at;
  return (
    <div className="row tight">
      {works && (work.mine || plans) && (
        <Button
          type="button"
          variant={done ? 'secondary' : 'tertiary'}
          aria-label={t(done ? 'crew.doneOf' : 'crew.notDoneOf', named)}
          onClick={() => void after(markDone(work.id, done))}
        >
          {t(done ? 'crew.done' : 'crew.notDone')}
        </Button>
      )}
      {signs && !done && (
        <Button
          type="button"
          variant="secondary"
          aria-label={t('crew.signOf', named)}
          onClick={() => setAsking(true)}
        >
          {t('crew.sign')}
        </Button>
      )}
      {asking &&
        createPortal(
          <ConfirmDialog
            open
            title={t('crew.signTitle', named)}
            text={t('crew.signText')}
            confirmLabel={t('crew.sign')}
            onConfirm={() => after(sign(work.id), t('crew.signDone'))}
            onClose={() => setAsking(false)}
          />,
          document.body,
        )}
    </div>
  );
}
