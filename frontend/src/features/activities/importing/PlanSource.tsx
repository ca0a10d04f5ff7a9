import { Button } from '@digdir/designsystemet-react';
import { UploadIcon } from '@navikt/aksel-icons';
import { useRef, useState } from 'react';
import * as z from 'zod/mini';
import { isoDay } from '@/shared/format/dates';
import { Form } from '@/shared/forms/Form';
import { SelectField, TextareaField } from '@/shared/forms/fields';
import { requiredText } from '@/shared/forms/rules';
import { putProblem, useServerForm } from '@/shared/forms/useServerForm';
import { toastError } from '@/shared/ui/toasts';
import { useT } from '../texts';
import { type PlanLine, readFile, readText } from './queries';

const schema = z.object({ year: z.string(), text: requiredText(60_000, 'plan.textMissing') });

interface Props {
  siteId: string;
  onRead: (lines: readonly PlanLine[]) => void;
}
export function PlanSource({ siteId, onRead }: Props) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const [reading, setReading] = useState(false);
  const thisYear = Number(isoDay().slice(0, 4));
  const state = useServerForm({
    schema,
    defaultValues: { year: String(thisYear), text: '' },
    fieldOf: () => 'text',
    save: async ({ year, text }) => {
      onRead((await readText({ site_id: siteId, year: Number(year), text })).items);
    },
  });
  const upload = async (file: File | undefined) => {
    if (!file) return;
    setReading(true);
    try {
      onRead((await readFile(file, siteId, Number(state.form.getValues('year')))).items);
    } catch (error) {
      if (!putProblem(state.form, error, () => 'text')) toastError(error);
    } finally {
      setReading(false);
    }
  };
  return (
    <div className="form-page">
      <Form state={state} submitLabel={t('plan.read')}>
        <p className="flush">{t('plan.lead')}</p>
        <SelectField
          name="year"
          label={t('plan.year')}
          hint={t('plan.yearHint')}
          empty={false}
          options={[-2, -1, 0, 1].map((n) => ({ value: String(thisYear + n), label: String(thisYear + n) }))}
        />
        <div>
          <input
            ref={input}
            className="sr-only"
            type="file"
            accept=".xlsx,.csv,.tsv,.txt"
            tabIndex={-1}
            aria-hidden
            onChange={(e) => {
              void upload(e.target.files?.[0]);
              e.target.value = '';
            }}
          />
          <Button type="button" variant="secondary" loading={reading} onClick={() => input.current?.click()}>
            <UploadIcon aria-hidden />
            {t('plan.file')}
          </Button>
        </div>
        <TextareaField name="text" label={t('plan.text')} hint={t('plan.textHint')} rows={12} />
      </Form>
    </div>
  );
}
