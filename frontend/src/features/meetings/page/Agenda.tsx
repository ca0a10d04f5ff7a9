import { useState } from 'react';
import { useMay } from '@/shared/session/session';
import { Section } from '@/shared/ui/Page';
import type { AgendaItem, Meeting } from '../queries';
import { useT } from '../texts';
import { isOpen } from '../words';
import { Item } from './Item';
import { NewItem } from './NewItem';
import { Proposals } from './Proposals';

/** One item after the other: recording what came of one opens the next that has nothing yet. */
export function Agenda({ meeting: m }: { meeting: Meeting }) {
  const t = useT();
  const mayWrite = useMay('meetings:write') && isOpen(m);
  const [current, setCurrent] = useState<string>();
  const next = (after: AgendaItem) => {
    const at = m.agenda.findIndex((i) => i.id === after.id);
    const left = [...m.agenda.slice(at + 1), ...m.agenda.slice(0, at)].find((i) => !i.outcome);
    setCurrent(left?.id);
  };
  return (
    <Section title={t('agenda.title')}>
      {m.agenda.length === 0 && <p className="muted flush">{t('agenda.none')}</p>}
      <ol className="plain-list agenda">
        {m.agenda.map((item, i) => (
          <Item
            key={item.id}
            meeting={m}
            item={item}
            number={i + 1}
            open={mayWrite && current === item.id}
            onToggle={mayWrite ? () => setCurrent(current === item.id ? undefined : item.id) : undefined}
            onDone={() => next(item)}
          />
        ))}
      </ol>
      {mayWrite && <NewItem meeting={m} />}
      {mayWrite && <Proposals meeting={m} />}
    </Section>
  );
}
