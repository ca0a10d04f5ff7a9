import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { joined } from '@/shared/format/joined';
import { useLanguages } from '@/shared/people/languages';
import { pathTo } from '@/shared/routing/links';
import { PathLink } from '@/shared/routing/PathLink';
import { useMay } from '@/shared/session/session';
import { Section } from '@/shared/ui/Page';
import { callRoll, withdraw } from '../mutations';
import type { Meeting, Participant } from '../queries';
import { useT } from '../texts';
import { InviteDialog } from './InviteDialog';
import { useMeetingChange } from './useMeetingChange';

const states = ['invited', 'attended', 'apology', 'absent'] as const;

/** Who is asked, and who came: the roll is called with one select each, or all at once. */
export function Participants({ meeting: m }: { meeting: Meeting }) {
  const t = useT();
  const mayWrite = useMay('meetings:write') && m.status !== 'cancelled';
  const [open, setOpen] = useState(false);
  const roll = useMeetingChange(m.id, (items: Parameters<typeof callRoll>[1]['items']) =>
    callRoll(m.id, { items }),
  );
  const unmarked = m.participants.filter((p) => p.attendance === 'invited');
  const [openedAt] = useState(() => Date.now());
  const begun = Date.parse(m.begins_at) <= openedAt;
  return (
    <Section
      title={t('participants.title')}
      actions={
        mayWrite && (
          <Button type="button" variant="tertiary" onClick={() => setOpen(true)}>
            {t('participants.add')}
          </Button>
        )
      }
    >
      {m.participants.length === 0 && <p className="muted flush">{t('participants.none')}</p>}
      <ul className="plain-list meet-lines">
        {m.participants.map((p) => (
          <li key={p.id}>
            <Person participant={p} />
            {mayWrite ? (
              <select
                className="ds-input"
                data-width="auto"
                aria-label={t('participants.mark', { name: nameOf(p) })}
                value={p.attendance}
                disabled={roll.isPending}
                onChange={(e) => {
                  const attendance = states.find((s) => s === e.target.value);
                  if (attendance) roll.mutate([{ participant_id: p.id, attendance }]);
                }}
              >
                {states.map((s) => (
                  <option key={s} value={s}>
                    {t(`attendance.${s}`)}
                  </option>
                ))}
              </select>
            ) : (
              <span className="muted">{t(`attendance.${p.attendance}`)}</span>
            )}
            {mayWrite && p.attendance === 'invited' && !begun && <Off meeting={m} participant={p} />}
          </li>
        ))}
      </ul>
      {mayWrite && begun && unmarked.length > 1 && (
        <Button
          type="button"
          variant="secondary"
          loading={roll.isPending}
          onClick={() =>
            roll.mutate(unmarked.map((p) => ({ participant_id: p.id, attendance: 'attended' as const })))
          }
        >
          {t('participants.allCame')}
        </Button>
      )}
      {open && <InviteDialog meeting={m} onClose={() => setOpen(false)} />}
    </Section>
  );
}

const nameOf = (p: Participant) => p.user?.name ?? p.resident?.name ?? p.name ?? '';

function Person({ participant: p }: { participant: Participant }) {
  const t = useT();
  const { name } = useLanguages();
  const interpreter = p.interpreter
    ? t('participant.withInterpreter', { language: name(p.interpreter) })
    : p.resident && t('participant.noInterpreter');
  return (
    <span className="meet-text">
      {p.resident ? (
        <PathLink path={pathTo('resident', p.resident.id) ?? '/beboere'}>
          <bdi>{p.resident.name}</bdi>
        </PathLink>
      ) : (
        <bdi>{nameOf(p)}</bdi>
      )}
      <bdi className="muted meet-with">
        {joined(p.resident ? t('participant.resident') : p.organisation, interpreter)}
      </bdi>
    </span>
  );
}

function Off({ meeting, participant }: { meeting: Meeting; participant: Participant }) {
  const t = useT();
  const off = useMeetingChange(meeting.id, () => withdraw(meeting.id, participant.id));
  return (
    <Button
      type="button"
      variant="tertiary"
      loading={off.isPending}
      aria-label={t('participants.removeLabel', { name: nameOf(participant) })}
      onClick={() => off.mutate(undefined)}
    >
      {t('participants.remove')}
    </Button>
  );
}
