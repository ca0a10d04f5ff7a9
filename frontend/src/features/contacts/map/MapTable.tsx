import { Button } from '@digdir/designsystemet-react';
import { Availability } from '@/shared/people/Availability';
import { StatusTag } from '@/shared/ui/Tag';
import { ContactLink, Phone, useTopicName } from '../names';
import type { Cell, NamedContact } from '../queries';
import { useT } from '../texts';

interface Props {
  items: readonly Cell[];
  onEdit?: (cell: Cell) => void;
  onTopic?: (cell: Cell) => void;
}
/** Topics as rows; on a phone each is a card. */
export function MapTable({ items, onEdit, onTopic }: Props) {
  const t = useT();
  return (
    <div className="datalist">
      <div className="table-frame" role="region" aria-label={t('map.title')} tabIndex={0}>
        <table className="ds-table table">
          <caption className="sr-only">{t('map.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('map.topic')}</th>
              <th scope="col">{t('map.owner')}</th>
              <th scope="col">{t('map.backup')}</th>
              <th scope="col">{t('map.rule')}</th>
              {onEdit && (
                <th scope="col">
                  <span className="sr-only">{t('map.acts')}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {items.map((cell) => (
              <tr key={cell.topic ?? cell.topic_id}>
                <th scope="row" className="map-cell">
                  <TopicName cell={cell} onTopic={onTopic} />
                </th>
                <td className="map-cell">
                  <Owner cell={cell} />
                </td>
                <td className="map-cell">
                  {cell.responsibility?.backup ? <Named one={cell.responsibility.backup} /> : '–'}
                </td>
                <td className="map-cell">
                  <WhatToDo cell={cell} />
                </td>
                {onEdit && (
                  <td className="map-cell">
                    <EditButton cell={cell} onEdit={onEdit} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul className="cards map-cards" aria-label={t('map.title')}>
        {items.map((cell) => (
          <li key={cell.topic ?? cell.topic_id}>
            <TopicName cell={cell} onTopic={onTopic} />
            <Owner cell={cell} />
            {cell.responsibility?.backup && (
              <div>
                <span className="muted">{t('map.backup')}</span>
                <Named one={cell.responsibility.backup} />
              </div>
            )}
            <WhatToDo cell={cell} />
            {onEdit && <EditButton cell={cell} onEdit={onEdit} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

function TopicName({ cell, onTopic }: { cell: Cell; onTopic?: (cell: Cell) => void }) {
  const t = useT();
  const name = useTopicName()(cell);
  return (
    <span className="map-owner">
      <bdi className="map-topic">{name}</bdi>
      {cell.topic_id && onTopic && (
        <Button
          type="button"
          variant="tertiary"
          data-size="sm"
          aria-label={t('topic.editOf', { topic: name })}
          onClick={() => onTopic(cell)}
        >
          {t('topic.edit')}
        </Button>
      )}
    </span>
  );
}

function Owner({ cell }: { cell: Cell }) {
  const t = useT();
  const owner = cell.responsibility?.owner;
  return (
    <div className="gap">
      {cell.gap && (
        <span className="row tight">
          <StatusTag tone="danger">{t('map.gap')}</StatusTag>
          <span>{t(`gap.${cell.gap}`)}</span>
        </span>
      )}
      {cell.gap && cell.topic === 'landlord' && <span className="muted">{t('gap.landlord')}</span>}
      {owner ? (
        <Named one={owner} />
      ) : (
        cell.responsibility && <span className="muted">{t(`org.${cell.responsibility.organisation}`)}</span>
      )}
    </div>
  );
}

function Named({ one }: { one: NamedContact }) {
  return (
    <div className="map-owner">
      <span className="map-name">
        <ContactLink contact={one} />
        {one.phone && (
          <span className="contact-call">
            <Phone number={one.phone} />
          </span>
        )}
      </span>
      <Availability kind={one.kind} hours={one.hours} />
    </div>
  );
}

function WhatToDo({ cell: { responsibility: r } }: { cell: Cell }) {
  const t = useT();
  if (!r) return null;
  return (
    <div className="map-owner">
      <span>{t(`rule.${r.rule}`)}</span>
      {r.say_this && <bdi className="muted map-words">«{r.say_this}»</bdi>}
    </div>
  );
}

function EditButton({ cell, onEdit }: { cell: Cell; onEdit: (cell: Cell) => void }) {
  const t = useT();
  const name = useTopicName()(cell);
  const verb = t(cell.gap ? 'map.fill' : 'action.edit');
  return (
    <span>
      <Button
        type="button"
        variant={cell.gap ? 'secondary' : 'tertiary'}
        aria-label={`${verb}: ${name}`}
        onClick={() => onEdit(cell)}
      >
        {verb}
      </Button>
    </span>
  );
}
