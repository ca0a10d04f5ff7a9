import { Button } from '@digdir/designsystemet-react';
import { PlusIcon } from '@navikt/aksel-icons';
import { useFieldArray, useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import type { Schemas } from '@/shared/api/client';
import { showPhone } from '@/shared/format/phone';
import { ChangedMeanwhile } from '@/shared/forms/ChangedMeanwhile';
import { DialogForm } from '@/shared/forms/DialogForm';
import { SelectField, TextField } from '@/shared/forms/fields';
import { choice, optionalText, requiredText } from '@/shared/forms/rules';
import { useEditForm } from '@/shared/forms/useEditForm';
import { toast } from '@/shared/ui/toasts';
import { orNull } from '../newResidentSchema';
import { type Resident, setContactPoints, useKeepResident, useReloadResident } from '../queries';
import { useT } from '../texts';

const kinds = ['phone', 'email'] as const satisfies readonly Schemas['ContactKind'][];
const schema = z.object({
  contact_points: z.array(
    z.object({ kind: choice(kinds), value: requiredText(200, 'contacts.missing'), note: optionalText(200) }),
  ),
});
type Values = z.input<typeof schema>;

const valuesOf = (r: Resident): Values => ({
  contact_points: r.contact_points.map((c) => ({
    kind: c.kind,
    value: c.kind === 'phone' ? showPhone(c.value) : c.value,
    note: c.note ?? '',
  })),
});

export function EditContactPoints({ resident, onClose }: { resident: Resident; onClose: () => void }) {
  const t = useT();
  const keep = useKeepResident();
  const state = useEditForm({
    record: resident,
    valuesOf,
    schema,
    reload: useReloadResident(resident.id),
    save: async ({ contact_points }, version) => {
      const given = contact_points.map((c) => ({ ...c, note: orNull(c.note) }));
      keep(await setContactPoints(resident.id, { version, contact_points: given }));
      toast(t('resident.saved'));
      onClose();
    },
  });
  const { control } = state.form;
  const rows = useFieldArray({ control, name: 'contact_points' });
  const typed = useWatch({ control, name: 'contact_points' });
  const show = (_: string, value: unknown) =>
    (value as Values['contact_points']).map((c) => c.value).join(', ');
  const add = (kind: (typeof kinds)[number]) => rows.append({ kind, value: '', note: '' });
  return (
    <DialogForm state={state} title={t('contacts.title')} submitLabel={t('action.save')} onClose={onClose}>
      <ChangedMeanwhile state={state} labels={{ contact_points: t('contacts.title') }} show={show} />
      {rows.fields.length === 0 && <p className="muted flush">{t('contacts.none')}</p>}
      <div>
        {rows.fields.map((row, i) => {
          const phone = typed[i]?.kind !== 'email';
          return (
            <div
              key={row.id}
              className="row-fields"
              role="group"
              aria-label={t('contacts.number', { number: i + 1 })}
            >
              <div className="two">
                <SelectField
                  name={`contact_points.${i}.kind`}
                  label={t('contacts.kind')}
                  options={kinds.map((k) => ({ value: k, label: t(`contacts.${k}`) }))}
                  empty={false}
                />
                <TextField
                  name={`contact_points.${i}.value`}
                  label={phone ? t('contacts.phone') : t('contacts.email')}
                  type={phone ? 'tel' : 'email'}
                  dir="ltr"
                />
              </div>
              <TextField
                name={`contact_points.${i}.note`}
                label={t('contacts.note')}
                hint={t('contacts.noteHint')}
                optional
              />
              <div>
                <Button
                  type="button"
                  variant="tertiary"
                  data-color="neutral"
                  aria-label={`${t('row.remove')}: ${t('contacts.number', { number: i + 1 })}`}
                  onClick={() => rows.remove(i)}
                >
                  {t('row.remove')}
                </Button>
              </div>
            </div>
          );
        })}
      </div>
      <div className="actions">
        <Button type="button" variant="secondary" onClick={() => add('phone')}>
          <PlusIcon aria-hidden />
          {t('contacts.addPhone')}
        </Button>
        <Button type="button" variant="secondary" onClick={() => add('email')}>
          <PlusIcon aria-hidden />
          {t('contacts.addEmail')}
        </Button>
      </div>
    </DialogForm>
  );
}
