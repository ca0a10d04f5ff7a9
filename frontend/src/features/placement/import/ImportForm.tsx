import { useId } from 'react';
import * as z from 'zod/mini';
import { day, isoDay } from '@/shared/format/dates';
import { DateField } from '@/shared/forms/DateField';
import { Form } from '@/shared/forms/Form';
import { TextField } from '@/shared/forms/fields';
import { optionalDay, requiredDay, requiredText } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { toast } from '@/shared/ui/toasts';
import { Guardians } from '../protected/Guardians';
import { type SettlementRequest, useRefreshPlacement } from '../queries';
import { useT } from '../texts';
import { importList, type Preview, type Reading } from './sendList';

const schema = z.object({
  reference: requiredText(200, 'import.referenceMissing'),
  received_on: requiredDay({ notAfterToday: true }),
  answer_due: optionalDay(),
  first: z.string(),
  second: z.string(),
});

interface Props {
  file: File;
  how: Reading;
  preview: Preview;
  onGrades: (checked: boolean) => void;
  onImported: (request: SettlementRequest) => void;
}
export function ImportForm({ file, how, preview, onGrades, onImported }: Props) {
  const t = useT();
  const id = useId();
  const refresh = useRefreshPlacement();
  const state = useServerForm({
    schema,
    defaultValues: {
      reference: file.name.replace(/\.\w+$/, ''),
      received_on: day(isoDay()),
      answer_due: '',
      first: '',
      second: '',
    },
    fieldOf: (field) => (field.endsWith('guardians') ? 'second' : field.replace(/^details\./, '')),
    save: async ({ first, second, ...list }, key) => {
      const guardians = preview.protected > 0 ? [first, second].filter(Boolean) : [];
      const saved = await importList(file, { ...how, ...list, guardians }, key);
      toast(t('import.done', { people: saved.people, households: saved.households }));
      refresh();
      onImported(saved);
    },
  });
  return (
    <section className="section form-page">
      <div className="section-head">
        <h2 className="ds-heading" data-size="2xs">
          {t('import.title')}
        </h2>
      </div>
      {preview.errors > 0 && (
        <p className="flush import-blocked" role="status">
          {t('import.blocked', { count: preview.errors })}
        </p>
      )}
      <Form state={state} submitLabel={t('import.submit', { people: preview.people })}>
        <TextField name="reference" label={t('request.reference')} maxLength={200} />
        <div className="two">
          <DateField name="received_on" label={t('request.received')} />
          <DateField name="answer_due" label={t('request.due')} optional />
        </div>
        <div className="check-line">
          <input
            className="ds-input"
            type="checkbox"
            id={id}
            checked={how.grades_checked}
            onChange={(e) => onGrades(e.target.checked)}
          />
          <label htmlFor={id}>
            {t('import.grades')}
            <span className="muted choice-hint">{t('import.gradesHint')}</span>
          </label>
        </div>
        {preview.protected > 0 && <Guardians legend={t('import.guardians', { count: preview.protected })} />}
      </Form>
    </section>
  );
}
