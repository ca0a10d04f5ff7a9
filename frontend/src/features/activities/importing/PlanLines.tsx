import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { toastError } from '@/shared/ui/toasts';
import { useT } from '../texts';
import { LineRow } from './LineRow';
import { check, lookedAtAgain, type Row } from './queries';

interface Props {
  siteId: string;
  rows: readonly Row[];
  /** Lines that the server would not take. */
  wrong: ReadonlySet<number>;
  onRows: (update: (rows: readonly Row[]) => Row[]) => void;
  onSave: (chosen: readonly Row[]) => Promise<void>;
  onBack: () => void;
}
export function PlanLines({ siteId, rows, wrong, onRows, onSave, onBack }: Props) {
  const t = useT();
  const [busy, setBusy] = useState(false);
  const chosen = rows.filter((row) => row.chosen);
  const odd = rows.filter((row) => row.findings.some((f) => f.code !== 'open_slot')).length;
  const change = async (line: number, next: Partial<Row>) => {
    const put = (all: readonly Row[]) => all.map((row) => (row.line === line ? { ...row, ...next } : row));
    onRows(put);
    // a tick, or a weekday that was let stand, says nothing new about the line
    if ('chosen' in next || 'settled' in next) return;
    try {
      const { items } = await check(siteId, put(rows));
      // what was ticked while the server looked stays ticked
      onRows((now) => lookedAtAgain(now, items));
    } catch (error) {
      toastError(error);
    }
  };
  const save = async () => {
    setBusy(true);
    await onSave(chosen);
    setBusy(false);
  };
  return (
    <div className="stack">
      <p className="flush">{t('plan.found', { count: rows.length, odd })}</p>
      <ul className="plain-list plan-lines" aria-label={t('plan.lines')}>
        {rows.map((row) => (
          <LineRow
            key={row.line}
            row={row}
            wrong={wrong.has(row.line)}
            onChange={(next) => void change(row.line, next)}
          />
        ))}
      </ul>
      <div className="actions">
        <Button type="button" disabled={chosen.length === 0} loading={busy} onClick={() => void save()}>
          {t('plan.keep', { count: chosen.length })}
        </Button>
        <Button type="button" variant="secondary" onClick={onBack}>
          {t('plan.back')}
        </Button>
      </div>
      <p className="muted flush">{t('plan.allOrNone')}</p>
    </div>
  );
}
