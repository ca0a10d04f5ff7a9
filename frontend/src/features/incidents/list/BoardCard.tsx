import { isoDay } from '@/shared/format/dates';
import { joined } from '@/shared/format/joined';
import { pathTo } from '@/shared/routing/links';
import { PathLink } from '@/shared/routing/PathLink';
import { Popup } from '@/shared/ui/Popup';
import { StatusTag } from '@/shared/ui/Tag';
import { SeverityWord } from '@/shared/words/tags';
import type { IncidentStatus } from '@/shared/words/values';
import type { ListedIncident } from '../queries';
import { isOverdue } from '../status';
import { useT } from '../texts';
import { placeOf, shortened, useCaseName, useOwner } from '../words';

interface Props {
  row: ListedIncident;
  isNew: boolean;
  targets: readonly IncidentStatus[];
  onMove?: (to: IncidentStatus) => void;
}
/** Moved by its menu, with mouse, finger or keyboard alike. */
export function BoardCard({ row, isNew, targets, onMove }: Props) {
  const t = useT();
  const name = useCaseName();
  const owner = useOwner();
  return (
    <li className="board-card" data-card={row.id} data-new={isNew || undefined}>
      <span className="board-head">
        <span className="muted figures">{row.number}</span>
        <SeverityWord severity={row.severity} />
        {isOverdue(row, isoDay()) && <StatusTag tone="warning">{t('incident.overdue')}</StatusTag>}
        {onMove && <MoveMenu row={row} targets={targets} onMove={onMove} />}
      </span>
      <PathLink path={pathTo('incident', row.id) ?? '/hendelser'}>
        <bdi>{name(row)}</bdi>
      </PathLink>
      {row.view === 'building' && <bdi className="muted inc-note">{shortened(row.building_note)}</bdi>}
      <bdi className="muted board-foot">{joined(placeOf(row), owner(row))}</bdi>
    </li>
  );
}

function MoveMenu({ row, targets, onMove }: Required<Pick<Props, 'row' | 'targets' | 'onMove'>>) {
  const t = useT();
  return (
    <Popup label={t('board.move', { number: row.number })} trigger={t('board.moveShort')}>
      {(close) => (
        <ul className="plain-list board-menu">
          {targets.map((to) => (
            <li key={to}>
              <button
                type="button"
                className="option"
                onClick={() => {
                  close();
                  onMove(to);
                }}
              >
                {t(`status.${to}`)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Popup>
  );
}
