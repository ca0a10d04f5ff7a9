import { Button } from '@digdir/designsystemet-react';
import { useId, useState } from 'react';
import { idempotencyKeys } from '@/shared/api/client';
import { looksLikeIdentifier } from '@/shared/forms/identifiers';
import { useT as useShared } from '@/shared/i18n';
import { addItems } from '../mutations';
import type { Meeting } from '../queries';
import { useT } from '../texts';
import { useMeetingChange } from './useMeetingChange';

/** Write a line, Enter, and the next: the field stays where the hands are. */
export function NewItem({ meeting }: { meeting: Meeting }) {
  const t = useT();
  const shared = useShared();
  const id = useId();
  const [keyFor] = useState(idempotencyKeys);
  const [title, setTitle] = useState('');
  const add = useMeetingChange(meeting.id, (text: string) =>
    addItems(meeting.id, { items: [{ title: text }] }, keyFor([text, meeting.agenda.length])),
  );
  return (
    <form
      className="agenda-new"
      onSubmit={(e) => {
        e.preventDefault();
        const text = title.trim();
        if (text) add.mutate(text, { onSuccess: () => setTitle('') });
      }}
    >
      <label className="ds-label" htmlFor={id}>
        {t('agenda.new')}
      </label>
      <div className="agenda-new-line">
        <input
          className="ds-input"
          type="text"
          dir="auto"
          id={id}
          maxLength={200}
          value={title}
          onChange={(e) => setTitle(e.target.value)}
        />
        <Button type="submit" variant="secondary" loading={add.isPending}>
          {t('agenda.add')}
        </Button>
      </div>
      <div role="status" className="quiet-word">
        {looksLikeIdentifier(title) && (
          <p className="number-warning flush">{shared('form.looksLikeNumber')}</p>
        )}
      </div>
    </form>
  );
}
