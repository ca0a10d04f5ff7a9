import { Button } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useLanguages } from '@/shared/people/languages';
import { pathTo } from '@/shared/routing/links';
import { PathLink } from '@/shared/routing/PathLink';
import { useMay } from '@/shared/session/session';
import { Section } from '@/shared/ui/Page';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import { StatusTag } from '@/shared/ui/Tag';
import { toast, toastError } from '@/shared/ui/toasts';
import { type Activity, type Participant, participants, useKeepParticipants, withdraw } from '../queries';
import { useT } from '../texts';
import { isComing } from '../words';
import { AddPerson } from './AddPerson';

export function People({ activity: one }: { activity: Activity }) {
  const t = useT();
  const mayAdd = useMay('residents:read');
  const mayWrite = useMay('participants:write');
  const [adding, setAdding] = useState(false);
  const query = useQuery(participants(one.id));
  const open = mayWrite && isComing(one);
  return (
    <Section
      title={t('people.title')}
      actions={
        open &&
        mayAdd && (
          <Button type="button" variant="tertiary" onClick={() => setAdding(true)}>
            {t('people.add')}
          </Button>
        )
      }
    >
      {query.data ? (
        <Lists activity={one} items={query.data.items} onWithdraw={open} />
      ) : query.isPending ? (
        <LoadingState lines={3} />
      ) : (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
      {adding && <AddPerson activity={one} onClose={() => setAdding(false)} />}
    </Section>
  );
}

interface ListsProps {
  activity: Activity;
  items: readonly Participant[];
  onWithdraw: boolean;
}
function Lists({ activity: { id, taken, waiting, attended }, items, onWithdraw }: ListsProps) {
  const t = useT();
  const seated = items.filter((p) => p.state === 'signed_up');
  const inLine = items.filter((p) => p.state === 'waiting');
  const walkIns = items.filter((p) => p.state === null);
  const list = (people: readonly Participant[], title?: string): ReactNode =>
    people.length > 0 && (
      <>
        {title && <h3 className="act-sub">{title}</h3>}
        <ol className="lines">
          {people.map((p) => (
            <Person
              key={p.resident_id}
              activityId={id}
              person={p}
              canLeave={onWithdraw && p.state !== null}
            />
          ))}
        </ol>
      </>
    );
  return (
    <>
      <p className="flush">{t('people.counts', { taken, waiting, attended })}</p>
      <p className="muted flush act-note">{t('people.seen')}</p>
      {items.length === 0 && <p className="muted flush">{t('people.none')}</p>}
      {list(seated)}
      {list(inLine, t('people.waiting'))}
      {list(walkIns, t('people.walkIns'))}
    </>
  );
}

interface PersonProps {
  activityId: string;
  person: Participant;
  canLeave: boolean;
}
function Person({ activityId, person, canLeave }: PersonProps) {
  const t = useT();
  const keep = useKeepParticipants();
  const mayOpen = useMay('residents:read');
  const { name: languageName } = useLanguages();
  const { name, interpreter, attendance, resident_id } = person;
  const leave = async () => {
    try {
      keep(await withdraw(activityId, resident_id));
      toast(t('people.withdrawn', { name }));
    } catch (error) {
      toastError(error);
    }
  };
  return (
    <li>
      <span className="line-main">
        {mayOpen ? (
          <PathLink path={pathTo('resident', resident_id) ?? ''}>
            <bdi>{name}</bdi>
          </PathLink>
        ) : (
          <bdi>{name}</bdi>
        )}
        {interpreter.length > 0 && (
          <span className="muted line-sub">
            {t('people.needs', { languages: interpreter.map(languageName).join(', ') })}
          </span>
        )}
      </span>
      {attendance && (
        <StatusTag tone={attendance === 'absent' ? 'neutral' : 'success'}>
          {t(`presence.${attendance}`)}
        </StatusTag>
      )}
      {canLeave && !attendance && (
        <Button
          type="button"
          variant="tertiary"
          data-size="sm"
          aria-label={t('people.withdrawOf', { name })}
          onClick={() => void leave()}
        >
          {t('people.withdraw')}
        </Button>
      )}
    </li>
  );
}
