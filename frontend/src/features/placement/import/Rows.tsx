import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { joined } from '@/shared/format/joined';
import { SeverityTag, StatusTag } from '@/shared/ui/Tag';
import { useT } from '../texts';
import { FindingWords } from './FindingWords';
import { FixDialog } from './FixDialog';
import { corrected, type Preview, type PreviewRow, type Reading } from './sendList';

const shownAtFirst = 50;
type Which = 'found' | 'all';

interface Props {
  preview: Preview;
  how: Reading;
  onChange: (change: Partial<Reading>) => Promise<void> | undefined;
}
export function Rows({ preview, how, onChange }: Props) {
  const t = useT();
  const doubtful = preview.rows.filter((r) => r.findings.length > 0 || r.left_out);
  const [which, setWhich] = useState<Which>(doubtful.length > 0 ? 'found' : 'all');
  const [most, setMost] = useState(shownAtFirst);
  const [fixing, setFixing] = useState<number>();
  const rows = which === 'found' ? doubtful : preview.rows;
  const fixed = preview.rows.find((r) => r.line === fixing);
  return (
    <section className="section">
      <div className="section-head">
        <h2 className="ds-heading" data-size="2xs">
          {t('rows.title')}
        </h2>
        <div className="row" role="group" aria-label={t('rows.which')}>
          {(['found', 'all'] as const).map((w) => (
            <Button
              key={w}
              type="button"
              variant={which === w ? 'secondary' : 'tertiary'}
              aria-pressed={which === w}
              onClick={() => setWhich(w)}
            >
              {t(w === 'found' ? 'rows.found' : 'rows.all', {
                count: w === 'found' ? doubtful.length : preview.rows.length,
              })}
            </Button>
          ))}
        </div>
      </div>
      <p className="flush rows-sum" role="status">
        {t('rows.sum', { people: preview.people, households: preview.households })}{' '}
        {preview.errors > 0 && (
          <SeverityTag tone="danger">{t('rows.errors', { count: preview.errors })}</SeverityTag>
        )}{' '}
        {preview.warnings > 0 && (
          <StatusTag tone="warning">{t('rows.warnings', { count: preview.warnings })}</StatusTag>
        )}{' '}
        {preview.errors === 0 && <StatusTag tone="success">{t('rows.ready')}</StatusTag>}
      </p>
      {rows.length === 0 && <p className="muted">{t('rows.none')}</p>}
      <ul className="lines preview-rows">
        {rows.slice(0, most).map((row) => (
          <li key={row.line}>
            <OneRow
              row={row}
              onFix={() => setFixing(row.line)}
              onLeaveOut={() =>
                void onChange({
                  left_out: row.left_out
                    ? how.left_out.filter((l) => l !== row.line)
                    : [...how.left_out, row.line],
                })
              }
            />
          </li>
        ))}
      </ul>
      {rows.length > most && (
        <Button type="button" variant="secondary" onClick={() => setMost(most + 200)}>
          {t('rows.more', { count: rows.length - most })}
        </Button>
      )}
      {fixed && (
        <FixDialog
          row={fixed}
          withheld={preview.withheld}
          onClose={() => setFixing(undefined)}
          onFix={async (values) => {
            await onChange({ fixes: corrected(how.fixes, fixed.line, values) });
            setFixing(undefined);
          }}
        />
      )}
    </section>
  );
}

interface RowProps {
  row: PreviewRow;
  onFix: () => void;
  onLeaveOut: () => void;
}
function OneRow({ row, onFix, onLeaveOut }: RowProps) {
  const t = useT();
  const { given_name, family_name, birth_date, relation, own_languages } = row.values;
  const name = [given_name, family_name].filter(Boolean).join(' ') || t('rows.nameless');
  return (
    <article
      className="preview-row"
      data-out={row.left_out || undefined}
      aria-label={t('rows.line', { line: row.line })}
    >
      <span className="figures muted">{row.line}</span>
      <span className="preview-who">
        <bdi>{name}</bdi>{' '}
        <bdi className="muted">{joined(birth_date ?? '', relation ?? '', own_languages ?? '')}</bdi>
        {row.left_out && <StatusTag>{t('rows.leftOut')}</StatusTag>}
        {row.protected && <StatusTag tone="danger">{t('rows.protected')}</StatusTag>}
      </span>
      <ul className="findings">
        {row.findings.map((f) => (
          <li key={`${f.field}-${f.code}`}>
            <FindingWords finding={f} />
          </li>
        ))}
      </ul>
      <span className="preview-do">
        {!row.left_out && (
          <Button type="button" variant="tertiary" onClick={onFix}>
            {t('rows.fix')}
            <span className="sr-only"> {t('rows.line', { line: row.line })}</span>
          </Button>
        )}
        <Button type="button" variant="tertiary" onClick={onLeaveOut}>
          {t(row.left_out ? 'rows.takeIn' : 'rows.leaveOut')}
          <span className="sr-only"> {t('rows.line', { line: row.line })}</span>
        </Button>
      </span>
    </article>
  );
}
