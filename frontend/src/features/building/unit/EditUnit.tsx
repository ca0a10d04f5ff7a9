import * as z from 'zod/mini';
import { ChangedMeanwhile } from '@/shared/forms/ChangedMeanwhile';
import { DialogForm } from '@/shared/forms/DialogForm';
import { CheckboxGroup, RadioCards, TextareaField, TextField } from '@/shared/forms/fields';
import { choice, optionalText } from '@/shared/forms/rules';
import { useEditForm } from '@/shared/forms/useEditForm';
import { textOf } from '@/shared/i18n';
import { toast } from '@/shared/ui/toasts';
import { accessibilities } from '@/shared/words/values';
import { unitName, unitWithin } from '../names';
import { editUnit, type Unit, useKeepUnit, useReloadUnit } from '../queries';
import { useT } from '../texts';

const setStates = ['vacant', 'being_furnished', 'ready'] as const;
type SetState = (typeof setStates)[number];
/** A unit that is let or taken out of use gets its state elsewhere. */
const settable = (u: Unit): SetState | undefined => setStates.find((s) => s === u.state);

const schema = z.object({
  dwelling_number: z.pipe(
    z.string().check(
      z.trim(),
      z.refine((v) => v === '' || /^[HKUL]\d{4}$/i.test(v.replace(/\s/g, '')), 'unit.numberWrong'),
    ),
    z.transform((v) => v.replace(/\s/g, '').toUpperCase() || null),
  ),
  capacity: z.pipe(
    z.string().check(
      z.trim(),
      z.refine((v) => /^\d{1,2}$/.test(v) && Number(v) <= 20, 'unit.capacityWrong'),
    ),
    z.transform(Number),
  ),
  accessibility: z.array(z.enum(accessibilities)),
  state: z.optional(choice(setStates)),
  technical_note: optionalText(4000),
});
type Values = z.input<typeof schema>;

const valuesOf = (u: Unit): Values => ({
  dwelling_number: u.dwelling_number ?? '',
  capacity: String(u.capacity),
  accessibility: accessibilities.filter((a) => u.accessibility.includes(a)),
  state: settable(u),
  technical_note: u.view === 'technical' ? (u.technical_note ?? '') : '',
});

export function EditUnit({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const t = useT();
  const keep = useKeepUnit();
  const technical = unit.view === 'technical';
  const maySet = settable(unit) !== undefined;
  const state = useEditForm({
    record: unit,
    valuesOf,
    schema,
    reload: useReloadUnit(unit.id),
    // somebody moved in meanwhile: the server names the use, the form asks for the state
    fieldOf: (field) => (field === 'use' ? 'state' : field),
    save: async ({ technical_note, state: chosen, ...rest }, version) => {
      const saved = await editUnit(unit.id, {
        version,
        ...rest,
        ...(maySet && { state: chosen }),
        ...(technical && { technical_note: technical_note || null }),
      });
      keep(saved);
      toast(t('unit.saved', { unit: unitName(t, unit) }));
      onClose();
    },
  });
  const labels = {
    dwelling_number: t('unit.dwellingNumber'),
    capacity: t('unit.capacity'),
    accessibility: t('unit.accessibility'),
    ...(maySet && { state: t('unit.state') }),
    ...(technical && { technical_note: t('unit.technicalNote') }),
  };
  const show = (name: string, value: unknown): string => {
    if (Array.isArray(value)) return value.map((v) => textOf(`accessibility.${v}`)).join(', ');
    const text = typeof value === 'string' ? value : '';
    return name === 'state' ? (textOf(`unit.state.${text}`) ?? '') : text;
  };
  return (
    <DialogForm
      state={state}
      title={t('unit.editTitle', { unit: unitWithin(t, unit) })}
      submitLabel={t('action.save')}
      onClose={onClose}
    >
      <ChangedMeanwhile state={state} labels={labels} show={show} />
      {maySet && (
        <RadioCards
          name="state"
          label={t('unit.state')}
          columns={3}
          options={setStates.map((s) => ({ value: s, label: t(`unit.state.${s}`) }))}
        />
      )}
      <div className="two">
        <TextField
          name="dwelling_number"
          label={t('unit.dwellingNumber')}
          hint={t('unit.numberHint')}
          optional
          dir="ltr"
        />
        <TextField
          name="capacity"
          label={t('unit.capacity')}
          hint={t('unit.capacityHint')}
          inputMode="numeric"
        />
      </div>
      <CheckboxGroup
        name="accessibility"
        label={t('unit.accessibility')}
        columns={2}
        options={accessibilities.map((a) => ({ value: a, label: t(`accessibility.${a}`) }))}
      />
      {technical && (
        <TextareaField
          name="technical_note"
          label={t('unit.technicalNote')}
          hint={t('unit.technicalHint')}
          max={4000}
          optional
        />
      )}
    </DialogForm>
  );
}
