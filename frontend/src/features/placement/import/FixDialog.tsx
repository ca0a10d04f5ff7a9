import * as z from 'zod/mini';
import { DialogForm } from '@/shared/forms/DialogForm';
import { TextareaField, TextField } from '@/shared/forms/fields';
import { optionalText } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { useT } from '../texts';
import { FindingWords } from './FindingWords';
import { type FieldName, fieldNames, type PreviewRow } from './sendList';

const shape = Object.fromEntries(fieldNames.map((f) => [f, optionalText(4000)])) as Record<
  FieldName,
  ReturnType<typeof optionalText>
>;
const schema = z.object(shape);

interface Props {
  row: PreviewRow;
  withheld: readonly FieldName[];
  onFix: (values: Record<string, string>) => Promise<unknown>;
  onClose: () => void;
}
/** The doubtful fields first; only what was changed is sent, so the rest goes on following the file. */
export function FixDialog({ row, withheld, onFix, onClose }: Props) {
  const t = useT();
  const before = Object.fromEntries(fieldNames.map((f) => [f, row.values[f] ?? ''])) as Record<
    FieldName,
    string
  >;
  const state = useServerForm({
    schema,
    defaultValues: before,
    save: (values) =>
      onFix(Object.fromEntries(fieldNames.filter((f) => values[f] !== before[f]).map((f) => [f, values[f]]))),
  });
  const doubtful = new Set(row.findings.map((f) => f.field));
  const open = fieldNames.filter((f) => !withheld.includes(f));
  const first = open.filter((f) => doubtful.has(f));
  const rest = open.filter((f) => !doubtful.has(f));
  return (
    <DialogForm
      state={state}
      title={t('fix.title', { line: row.line })}
      submitLabel={t('fix.save')}
      onClose={onClose}
    >
      {row.findings.length > 0 && (
        <ul className="findings">
          {row.findings.map((f) => (
            <li key={`${f.field}-${f.code}`}>
              <FindingWords finding={f} />
            </li>
          ))}
        </ul>
      )}
      {first.map((f) => (
        <One key={f} field={f} />
      ))}
      <details open={first.length === 0 || undefined}>
        <summary>{t('fix.more')}</summary>
        <div className="stack fix-rest">
          {rest.map((f) => (
            <One key={f} field={f} />
          ))}
        </div>
      </details>
    </DialogForm>
  );
}

function One({ field }: { field: FieldName }) {
  const t = useT();
  const label = t(`field.${field}`);
  if (field === 'care_note') return <TextareaField name={field} label={label} rows={3} />;
  return <TextField name={field} label={label} />;
}
