import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useMay } from '@/shared/session/session';
import { FormDialog } from '@/shared/ui/dialogs';
import { Section } from '@/shared/ui/Page';
import { When } from '@/shared/ui/When';
import { ActionButtons, ActionDue, ActionText } from '../followup/ActionLine';
import { AnswerButton, AnswerDialog } from '../followup/AnswerButton';
import { SettleDialog } from '../followup/SettleDialog';
import type { Action, Meeting, Question } from '../queries';
import { useT } from '../texts';
import { isOpen } from '../words';
import { OutcomeForm } from './OutcomeForm';

/** What the meeting leaves behind. */
export function Outcomes({ meeting: m }: { meeting: Meeting }) {
  const t = useT();
  const mayWrite = useMay('meetings:write') && isOpen(m);
  const [open, setOpen] = useState(false);
  const [settling, setSettling] = useState<Action>();
  const [answering, setAnswering] = useState<Question>();
  const nothing = m.decisions.length + m.actions.length + m.questions.length === 0;
  return (
    <>
      <Section
        title={t('outcomes.title')}
        actions={
          mayWrite && (
            <Button type="button" variant="tertiary" onClick={() => setOpen(true)}>
              {t('outcomes.add')}
            </Button>
          )
        }
      >
        {nothing && <p className="muted flush">{t('outcomes.none')}</p>}
        {m.decisions.length > 0 && (
          <>
            <h3 className="meet-sub">{t('decisions.title')}</h3>
            <ul className="plain-list meet-lines">
              {m.decisions.map((d) => (
                <li key={d.id}>
                  <bdi>{d.body}</bdi>
                </li>
              ))}
            </ul>
          </>
        )}
        {m.actions.length > 0 && (
          <>
            <h3 className="meet-sub">{t('actions.title')}</h3>
            <ul className="plain-list meet-lines">
              {m.actions.map((a) => (
                <li key={a.id}>
                  <ActionText action={a} />
                  <ActionDue action={a} />
                  <ActionButtons action={a} onMore={setSettling} />
                </li>
              ))}
            </ul>
          </>
        )}
        {m.questions.length > 0 && (
          <>
            <h3 className="meet-sub">{t('questions.title')}</h3>
            <ul className="plain-list meet-lines">
              {m.questions.map((q) => (
                <li key={q.id}>
                  <span className="meet-text">
                    <bdi>{q.question}</bdi>
                    {q.answer ? (
                      <bdi className="meet-answer">{q.answer}</bdi>
                    ) : (
                      <span className="muted meet-with">
                        {t('question.still')} <When at={q.until} as="day" />
                      </span>
                    )}
                  </span>
                  <AnswerButton question={q} onAnswer={setAnswering} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Section>
      {settling && <SettleDialog action={settling} onClose={() => setSettling(undefined)} />}
      {answering && <AnswerDialog question={answering} onClose={() => setAnswering(undefined)} />}
      {open && (
        <FormDialog open title={t('outcomes.add')} onClose={() => setOpen(false)}>
          <OutcomeForm meeting={m} onDone={() => setOpen(false)} />
        </FormDialog>
      )}
    </>
  );
}
