import { useId, useState } from 'react';
import { isoWeek, readDay, day as wholeDay } from '@/shared/format/dates';
import { useLocale } from '@/shared/i18n';
import { type ActivityStatus, activityStatuses, keysOf } from '@/shared/words/values';
import { useT } from '../texts';
import { weekday } from '../weeks';
import { Findings } from './Findings';
import type { Row } from './queries';

interface Props {
  row: Row;
  wrong: boolean;
  onChange: (change: Partial<Row>) => void;
}
/** One line as it will stand; what was read is corrected here. */
export function LineRow({ row, wrong, onChange }: Props) {
  const t = useT();
  const id = useId();
  const name = row.title ?? t('activity.open_slot');
  return (
    <li className="plan-line" data-chosen={row.chosen} data-wrong={wrong}>
      <label className="plan-take">
        <input
          className="ds-input"
          type="checkbox"
          aria-label={t('plan.take', { title: name })}
          checked={row.chosen}
          onChange={(e) => onChange({ chosen: e.target.checked })}
        />
        <span className="muted figures" aria-hidden>
          {row.week ? isoWeek(row.week).week : '–'}
        </span>
      </label>
      <DayInput id={`${id}-day`} row={row} onChange={onChange} />
      <input
        className="ds-input"
        aria-label={t('form.activity.title')}
        dir="auto"
        maxLength={200}
        defaultValue={row.title ?? ''}
        placeholder={t('activity.open_slot')}
        onBlur={(e) => {
          const title = e.target.value.trim() || null;
          if (title !== row.title)
            onChange({ title, ...(title && row.status === 'open_slot' && { status: 'planned' }) });
        }}
      />
      <select
        className="ds-input"
        aria-label={t('activity.statusLabel')}
        value={row.status}
        onChange={(e) => onChange({ status: e.target.value as ActivityStatus })}
      >
        {keysOf(activityStatuses).map((s) => (
          <option key={s} value={s}>
            {t(`activity.${s}`)}
          </option>
        ))}
      </select>
      <div className="plan-notes">
        {wrong && (
          <p className="ds-validation-message flush" data-color="danger">
            {t('plan.wrong')}
          </p>
        )}
        <Findings row={row} onChange={onChange} />
        {row.raw && (
          <bdi className="muted plan-raw" title={t('plan.stood')}>
            {row.raw}
          </bdi>
        )}
      </div>
    </li>
  );
}

function DayInput({ id, row, onChange }: { id: string } & Pick<Props, 'row' | 'onChange'>) {
  const t = useT();
  const locale = useLocale();
  const shown = row.day ? wholeDay(row.day) : '';
  const [text, setText] = useState(shown);
  const [last, setLast] = useState(shown);
  // the date was changed by a button beside it
  if (shown !== last) {
    setLast(shown);
    setText(shown);
  }
  const typed = readDay(text) ?? null;
  const unread = text.trim() !== '' && typed === null;
  return (
    <span className="plan-day">
      <input
        id={id}
        className="ds-input"
        type="text"
        inputMode="numeric"
        dir="ltr"
        size={11}
        aria-label={t('activity.date')}
        aria-invalid={unread || undefined}
        value={text}
        onChange={(e) => setText(e.target.value)}
        onBlur={() => {
          if (!unread && typed !== row.day) onChange({ day: typed, settled: false });
        }}
      />
      <span className="muted">{row.day ? weekday(row.day, locale, 'short') : ''}</span>
    </span>
  );
}
