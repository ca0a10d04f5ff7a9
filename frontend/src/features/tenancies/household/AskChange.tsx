import { useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import { day, isoDay } from '@/shared/format/dates';
import { ChangedMeanwhile } from '@/shared/forms/ChangedMeanwhile';
import { DateField } from '@/shared/forms/DateField';
import { DialogForm } from '@/shared/forms/DialogForm';
import { RadioCards, SelectField } from '@/shared/forms/fields';
import { type Pick, PickField } from '@/shared/forms/PickField';
import { choice, requiredDay } from '@/shared/forms/rules';
import { useEditForm } from '@/shared/forms/useEditForm';
import { findResident } from '@/shared/people/findResident';
import { toast } from '@/shared/ui/toasts';
import { type TenancyCare, useReloadTenancy } from '../queries';
import { useT } from '../texts';
import { askChange, useKeepChange } from './queries';

const kinds = ['joins', 'born', 'leaves'] as const;
const relations = ['partner', 'child', 'parent', 'sibling', 'other'] as const;
type Issues = {
  push: (issue: { code: 'custom'; input: unknown; path: string[]; message: string }) => unknown;
};

const schema = z
  .object({
    kind: choice(kinds),
    person: z.custom<Pick | null>(),
    member: z.string(),
    relation: z.string(),
    on_day: requiredDay(),
  })
  .check(
    ({
      value,
      issues,
    }: {
      value: { kind: string; person: Pick | null; member: string; relation: string };
      issues: Issues;
    }) => {
      const missing = (path: string, message: string) =>
        issues.push({ code: 'custom', input: value, path: [path], message });
      if (value.kind === 'leaves') {
        if (!value.member) missing('member', 'joining.personMissing');
        return;
      }
      if (!value.person) missing('person', 'joining.personMissing');
      if (value.kind === 'joins' && !value.relation) missing('relation', 'form.choose');
    },
  );

export function AskChange({ tenancy, onClose }: { tenancy: TenancyCare; onClose: () => void }) {
  const t = useT();
  const keep = useKeepChange(tenancy.id);
  const reload = useReloadTenancy(tenancy.id);
  const state = useEditForm({
    record: tenancy,
    valuesOf: () =>
      ({ kind: 'joins', person: null, member: '', relation: '', on_day: day(isoDay()) }) as z.input<
        typeof schema
      >,
    schema,
    fieldOf: (field) => (field === 'resident_id' ? 'person' : field),
    reload: async () => {
      const latest = await reload();
      return latest.view === 'care' ? latest : tenancy;
    },
    save: async ({ kind, person, member, relation, on_day }, version, key) => {
      const resident_id = kind === 'leaves' ? member : (person?.id ?? '');
      const related = kind === 'born' ? 'child' : relations.find((r) => r === relation);
      await askChange(
        tenancy.id,
        { version, kind, resident_id, on_day, relation: kind === 'leaves' ? null : (related ?? null) },
        key,
      );
      keep();
      toast(t(`joining.asked.${kind}`));
      onClose();
    },
  });
  const kind = useWatch({ control: state.form.control, name: 'kind' });
  return (
    <DialogForm
      state={state}
      title={t('joining.askTitle', { unit: tenancy.unit_label })}
      submitLabel={t(kind === 'joins' ? 'joining.send' : 'action.save')}
      onClose={onClose}
    >
      <ChangedMeanwhile state={state} labels={{}} />
      <RadioCards
        name="kind"
        label={t('joining.what')}
        columns={3}
        options={kinds.map((value) => ({ value, label: t(`joining.kind.${value}`) }))}
      />
      {kind === 'leaves' ? (
        <SelectField
          name="member"
          label={t('joining.who')}
          options={tenancy.members.map((m) => ({ value: m.resident_id, label: m.name }))}
        />
      ) : (
        <PickField
          name="person"
          label={t('joining.who')}
          hint={t('joining.whoHint')}
          source="residents"
          search={findResident}
          minLetters={2}
        />
      )}
      {kind === 'joins' && (
        <SelectField
          name="relation"
          label={t('joining.relation')}
          options={relations.map((value) => ({ value, label: t(`joining.relation.${value}`) }))}
        />
      )}
      <DateField name="on_day" label={t(`joining.onDay.${kind}`)} />
      <ul className="consequences clash">
        <li>{t(`joining.happens.${kind}`)}</li>
        <li>{t(`joining.next.${kind}`)}</li>
      </ul>
    </DialogForm>
  );
}
