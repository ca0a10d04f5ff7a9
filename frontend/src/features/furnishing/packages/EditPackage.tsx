import { Button, Heading } from '@digdir/designsystemet-react';
import { PlusIcon, TrashIcon } from '@navikt/aksel-icons';
import { useQueryClient } from '@tanstack/react-query';
import { useFieldArray } from 'react-hook-form';
import * as z from 'zod/mini';
import { Form } from '@/shared/forms/Form';
import { CheckboxField, SelectField, TextField } from '@/shared/forms/fields';
import { choice, optionalText, requiredText } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { refresh } from '@/shared/live/useLiveEvents';
import { toast } from '@/shared/ui/toasts';
import { wholeNumber } from '../checklist/numbers';
import { uses } from '../furnishingSearch';
import { type Package, savePackage } from '../queries';
import { useT } from '../texts';

const schema = z.object({
  name: requiredText(200),
  fits: choice(uses),
  household_size: z.string().check(
    z.trim(),
    z.refine((v) => v === '' || (/^\d{1,2}$/.test(v) && +v >= 1 && +v <= 20), 'packages.householdWrong'),
  ),
  lines: z
    .array(
      z.object({
        room: requiredText(200),
        item: requiredText(200),
        quantity: wholeNumber(1, 999, 'number.wrong'),
        supplier: optionalText(200),
        needs_assembly: z.boolean(),
        per_person: z.boolean(),
      }),
    )
    .check(z.minLength(1, 'packages.linesMissing')),
});
const emptyLine = {
  room: '',
  item: '',
  quantity: '1',
  supplier: '',
  needs_assembly: false,
  per_person: false,
};

/** The next edition, begun from the present one; the name is what makes it the same package. */
export function EditPackage({ present, onClose }: { present?: Package; onClose: () => void }) {
  const t = useT();
  const client = useQueryClient();
  const state = useServerForm({
    schema,
    defaultValues: {
      name: present?.name ?? '',
      fits: present?.fits ?? 'dwelling',
      household_size: String(present?.household_size ?? ''),
      lines: present?.lines.map((line) => ({
        ...line,
        quantity: String(line.quantity),
        supplier: line.supplier ?? '',
      })) ?? [emptyLine],
    },
    save: async (given, key) => {
      const edition = present?.name === given.name ? present.edition : 0;
      const lines = given.lines.map((line) => ({ ...line, supplier: line.supplier || null }));
      const household_size = given.household_size === '' ? null : Number(given.household_size);
      await savePackage({ ...given, edition, lines, household_size }, key);
      refresh(client, 'furnishing');
      toast(t('packages.saved'));
      onClose();
    },
  });
  const { fields, append, remove } = useFieldArray({ control: state.form.control, name: 'lines' });
  return (
    <section
      className="packages"
      aria-label={present ? t('packages.editOf', { name: present.name }) : t('packages.new')}
    >
      <Form state={state} submitLabel={t('packages.save')} onCancel={onClose}>
        <div className="package-head">
          <TextField name="name" label={t('packages.name')} maxLength={200} />
          <SelectField
            name="fits"
            label={t('packages.fits')}
            empty={false}
            options={uses.map((one) => ({ value: one, label: t(`furnishing.use.${one}`) }))}
          />
          <TextField
            name="household_size"
            label={t('packages.household')}
            hint={t('packages.householdHint')}
            inputMode="numeric"
            optional
          />
        </div>
        <Heading level={2} data-size="2xs">
          {t('packages.lines')}
        </Heading>
        <ol className="plain-list package-lines">
          {fields.map((field, i) => (
            <li key={field.id}>
              <fieldset className="package-line">
                <legend className="sr-only">{t('packages.line', { number: i + 1 })}</legend>
                <TextField name={`lines.${i}.room`} label={t('packages.room')} maxLength={200} />
                <TextField name={`lines.${i}.item`} label={t('packages.item')} maxLength={200} />
                <TextField name={`lines.${i}.quantity`} label={t('packages.quantity')} inputMode="numeric" />
                <TextField name={`lines.${i}.supplier`} label={t('packages.supplier')} maxLength={200} />
                <CheckboxField name={`lines.${i}.needs_assembly`} label={t('packages.needsAssembly')} />
                <CheckboxField name={`lines.${i}.per_person`} label={t('packages.perPerson')} />
                <Button
                  type="button"
                  icon
                  variant="tertiary"
                  data-color="danger"
                  aria-label={t('packages.remove', { number: i + 1 })}
                  onClick={() => remove(i)}
                >
                  <TrashIcon aria-hidden />
                </Button>
              </fieldset>
            </li>
          ))}
        </ol>
        <div>
          <Button
            type="button"
            variant="secondary"
            onClick={() => append({ ...emptyLine, room: state.form.getValues('lines').at(-1)?.room ?? '' })}
          >
            <PlusIcon aria-hidden />
            {t('packages.add')}
          </Button>
        </div>
      </Form>
    </section>
  );
}
