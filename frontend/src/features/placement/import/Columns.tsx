import { textOf } from '@/shared/i18n';
import { useT } from '../texts';
import { type FieldName, fieldNames, type Preview } from './sendList';

interface Props {
  preview: Preview;
  onColumns: (columns: (FieldName | null)[]) => void;
}
/** Which column is what; remembered for the next list. Open by itself when a column was not understood. */
export function Columns({ preview, onColumns }: Props) {
  const t = useT();
  const { columns } = preview;
  const unknown = columns.filter((c) => c.field === null && c.heading).length;
  const nameless = !columns.some((c) => c.field === 'family_name' || c.field === 'given_name');
  const choose = (at: number, field: FieldName | null) =>
    onColumns(
      columns.map((c, i) => (i === at ? field : field !== null && c.field === field ? null : c.field)),
    );
  return (
    <details className="columns" open={nameless || undefined}>
      <summary>{t('columns.title', { known: columns.length - unknown, count: columns.length })}</summary>
      <p className="muted">{t('columns.hint')}</p>
      {preview.withheld.length > 0 && (
        <p className="muted">
          {t('columns.withheld', { fields: preview.withheld.map((f) => t(`field.${f}`)).join(', ') })}
        </p>
      )}
      <div className="columns-grid">
        {columns.map((c, i) => (
          <label key={`${i}-${c.heading}`} className="column">
            <bdi>{c.heading || t('columns.nameless', { number: i + 1 })}</bdi>
            <select
              className="ds-input"
              value={c.field ?? ''}
              onChange={(e) => choose(i, fieldNames.find((f) => f === e.target.value) ?? null)}
            >
              <option value="">{t('columns.skip')}</option>
              {fieldNames
                .filter((f) => !preview.withheld.includes(f))
                .map((f) => (
                  <option key={f} value={f}>
                    {textOf(`field.${f}`) ?? f}
                  </option>
                ))}
            </select>
          </label>
        ))}
      </div>
    </details>
  );
}
