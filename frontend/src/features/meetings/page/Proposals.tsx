import { Button } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { idempotencyKeys } from '@/shared/api/client';
import { StatusTag } from '@/shared/ui/Tag';
import { When } from '@/shared/ui/When';
import { addItems } from '../mutations';
import { type Meeting, type Proposal, proposalsFor } from '../queries';
import { useT } from '../texts';
import { useMeetingChange } from './useMeetingChange';

const keyOf = (p: Proposal) => p.action_id ?? p.question_id ?? p.incident_id ?? p.title;

/** What the series left open and what has happened meanwhile; taken up one by one or all at once. */
export function Proposals({ meeting }: { meeting: Meeting }) {
  const t = useT();
  const items = useQuery(proposalsFor(meeting.id)).data?.items ?? [];
  const [keyFor] = useState(idempotencyKeys);
  const add = useMeetingChange(meeting.id, (chosen: readonly Proposal[]) =>
    addItems(
      meeting.id,
      {
        items: chosen.map(({ title, detail, action_id, question_id, incident_id }) => ({
          title,
          note: detail,
          action_id,
          question_id,
          incident_id,
        })),
      },
      keyFor([chosen.map(keyOf), meeting.agenda.length]),
    ),
  );
  if (items.length === 0) return null;
  return (
    <section className="proposals" aria-label={t('proposals.title')}>
      <div className="section-head">
        <h3 className="proposals-title">{t('proposals.title')}</h3>
        <Button
          type="button"
          variant="tertiary"
          loading={add.isPending}
          onClick={() => add.mutate(items.slice(0, 40))}
        >
          {t('proposals.all')}
        </Button>
      </div>
      <ul className="plain-list">
        {items.map((p) => (
          <li key={keyOf(p)} className="proposal">
            <span className="meet-text">
              <bdi>{p.title}</bdi>
              <span className="muted meet-with">
                {t(`proposals.source.${p.source}`)}
                {p.due_on && (
                  <>
                    {' · '}
                    {t('action.due')} <When at={p.due_on} as="day" />
                  </>
                )}
              </span>
            </span>
            {p.overdue && <StatusTag tone="warning">{t('action.status.overdue')}</StatusTag>}
            <Button
              type="button"
              variant="tertiary"
              disabled={add.isPending}
              aria-label={t('proposals.addLabel', { title: p.title })}
              onClick={() => add.mutate([p])}
            >
              {t('proposals.add')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
