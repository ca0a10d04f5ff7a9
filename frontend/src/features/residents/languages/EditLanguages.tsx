import { Button } from '@digdir/designsystemet-react';
import { PlusIcon } from '@navikt/aksel-icons';
import { useFieldArray } from 'react-hook-form';
import * as z from 'zod/mini';
import { ChangedMeanwhile } from '@/shared/forms/ChangedMeanwhile';
import { DialogForm } from '@/shared/forms/DialogForm';
import { CheckboxField, SelectField, TextField } from '@/shared/forms/fields';
import { optionalText, requiredText } from '@/shared/forms/rules';
import { useEditForm } from '@/shared/forms/useEditForm';
import { useLanguages } from '@/shared/people/languages';
import { toast } from '@/shared/ui/toasts';
import { orNull } from '../newResidentSchema';
import { type Resident, setLanguages, useKeepResident, useReloadResident } from '../queries';
import { useT } from '../texts';

const schema = z.object({
  languages: z.array(
    z
      .object({
        language: requiredText(12, 'languages.choose'),
        own: z.boolean(),
        written: z.boolean(),
        interpreter: z.boolean(),
        note: optionalText(200),
      })
      .check(
        z.refine((l) => l.own || l.written || l.interpreter, {
          error: 'languages.unused',
          path: ['language'],
        }),
      ),
  ),
});
type Values = z.input<typeof schema>;

const valuesOf = (r: Resident): Values => ({
  languages: r.languages.map((l) => ({ ...l, note: l.note ?? '' })),
});

export function EditLanguages({ resident, onClose }: { resident: Resident; onClose: () => void }) {
  const t = useT();
  const { items, name } = useLanguages();
  const keep = useKeepResident();
  const state = useEditForm({
    record: resident,
    valuesOf,
    schema,
    reload: useReloadResident(resident.id),
    save: async ({ languages }, version) => {
      const given = languages.map((l) => ({ ...l, note: orNull(l.note) }));
      keep(await setLanguages(resident.id, { version, languages: given }));
      toast(t('resident.saved'));
      onClose();
    },
  });
  const rows = useFieldArray({ control: state.form.control, name: 'languages' });
  const options = items.map((l) => ({ value: l.code, label: `${name(l.code)} – ${l.autonym}` }));
  const show = (_: string, value: unknown) =>
    (value as Values['languages'])
      .map(
        (l) =>
          `${name(l.language)}${l.interpreter ? ` (${t('languages.tagInterpreter').toLowerCase()})` : ''}`,
      )
      .join(', ');
  return (
    <DialogForm state={state} title={t('languages.title')} submitLabel={t('action.save')} onClose={onClose}>
      <ChangedMeanwhile state={state} labels={{ languages: t('languages.title') }} show={show} />
      {rows.fields.length === 0 && <p className="muted flush">{t('languages.none')}</p>}
      <div>
        {rows.fields.map((row, i) => (
          <div
            key={row.id}
            className="row-fields"
            role="group"
            aria-label={t('languages.number', { number: i + 1 })}
          >
            <SelectField name={`languages.${i}.language`} label={t('languages.language')} options={options} />
            <div className="checks">
              <CheckboxField name={`languages.${i}.own`} label={t('languages.isOwn')} />
              <CheckboxField name={`languages.${i}.written`} label={t('languages.reads')} />
              <CheckboxField name={`languages.${i}.interpreter`} label={t('languages.needsInterpreter')} />
            </div>
            <TextField
              name={`languages.${i}.note`}
              label={t('languages.note')}
              hint={t('languages.noteHint')}
              optional
            />
            <div>
              <Button
                type="button"
                variant="tertiary"
                data-color="neutral"
                aria-label={`${t('row.remove')}: ${t('languages.number', { number: i + 1 })}`}
                onClick={() => rows.remove(i)}
              >
                {t('row.remove')}
              </Button>
            </div>
          </div>
        ))}
      </div>
      <div>
        <Button
          type="button"
          variant="secondary"
          disabled={rows.fields.length >= 20}
          onClick={() =>
            rows.append({
              language: '',
              own: rows.fields.length === 0,
              written: false,
              interpreter: false,
              note: '',
            })
          }
        >
          <PlusIcon aria-hidden />
          {t('languages.add')}
        </Button>
      </div>
    </DialogForm>
  );
}
