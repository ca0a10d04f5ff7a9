import { Button } from '@digdir/designsystemet-react';
import { ArrowUpIcon, TrashIcon } from '@navikt/aksel-icons';
import { StatusTag, type Tone } from '@/shared/ui/Tag';
import { editItem, removeItem } from '../mutations';
import type { AgendaItem, Meeting } from '../queries';
import { useT } from '../texts';
import { OutcomeForm } from './OutcomeForm';
import { useMeetingChange } from './useMeetingChange';

const tones = {
  decision: 'success',
  action: 'info',
  still_unknown: 'warning',
  noted: 'neutral',
} as const satisfies Record<NonNullable<AgendaItem['outcome']>, Tone>;

interface Props {
  meeting: Meeting;
  item: AgendaItem;
  number: number;
  open: boolean;
  onToggle?: () => void;
  onDone: () => void;
}
export function Item({ meeting, item, number, open, onToggle, onDone }: Props) {
  const t = useT();
  const title = <bdi className="agenda-name">{item.title}</bdi>;
  const came = cameOf(meeting, item);
  return (
    <li className="agenda-item" data-open={open || undefined} data-settled={item.outcome ? true : undefined}>
      <div className="agenda-line">
        <span className="muted figures">{number}</span>
        {onToggle ? (
          <button type="button" className="agenda-toggle" aria-expanded={open} onClick={onToggle}>
            {title}
          </button>
        ) : (
          title
        )}
        {item.outcome && (
          <StatusTag tone={tones[item.outcome]}>{t(`agenda.outcome.${item.outcome}`)}</StatusTag>
        )}
      </div>
      {item.note && <bdi className="muted agenda-note">{item.note}</bdi>}
      {came.map((text, i) => (
        <bdi key={i} className="agenda-came">
          {text}
        </bdi>
      ))}
      {open && (
        <>
          <OutcomeForm meeting={meeting} item={item} onDone={onDone} />
          <Moves meeting={meeting} item={item} number={number} />
        </>
      )}
    </li>
  );
}

/** The words of what was recorded straight from this item. */
const cameOf = (m: Meeting, item: AgendaItem): string[] => [
  ...m.decisions.filter((d) => d.agenda_item_id === item.id).map((d) => d.body),
  ...m.actions.filter((a) => a.agenda_item_id === item.id).map((a) => a.what),
  ...m.questions.filter((q) => q.agenda_item_id === item.id).map((q) => q.question),
];

function Moves({ meeting, item, number }: Pick<Props, 'meeting' | 'item' | 'number'>) {
  const t = useT();
  const up = useMeetingChange(meeting.id, () =>
    editItem(meeting.id, item.id, { version: item.version, position: number - 1 }),
  );
  const off = useMeetingChange(meeting.id, () => removeItem(meeting.id, item.id));
  return (
    <div className="actions agenda-moves">
      {number > 1 && (
        <Button type="button" variant="tertiary" loading={up.isPending} onClick={() => up.mutate(undefined)}>
          <ArrowUpIcon aria-hidden />
          {t('agenda.up')}
        </Button>
      )}
      {(!item.outcome || item.outcome === 'noted') && (
        <Button
          type="button"
          variant="tertiary"
          loading={off.isPending}
          onClick={() => off.mutate(undefined)}
        >
          <TrashIcon aria-hidden />
          {t('agenda.remove')}
        </Button>
      )}
    </div>
  );
}
