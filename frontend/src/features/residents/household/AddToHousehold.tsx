import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import { idempotencyKeys, type Schemas } from '@/shared/api/client';
import { day, isoDay } from '@/shared/format/dates';
import { DateField } from '@/shared/forms/DateField';
import { DialogForm } from '@/shared/forms/DialogForm';
import { RadioCards, SelectField } from '@/shared/forms/fields';
import { type Pick, PickField } from '@/shared/forms/PickField';
import { choice, optionalDay, optionalText, requiredDay } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { findResident } from '@/shared/people/findResident';
import { fullName } from '@/shared/people/names';
import { toast } from '@/shared/ui/toasts';
import { Names } from '../NewResident';
import { bareResident, orNull } from '../newResidentSchema';
import { addResident, type Resident, useRefreshResidents } from '../queries';
import { useT } from '../texts';
import { addHousehold, addMember } from './mutations';

type Relation = Schemas['Relation'];
const relations = ['partner', 'child', 'parent', 'sibling', 'other'] as const satisfies readonly Relation[];
const kinds = [
  'couple',
  'family',
  'single_parent',
  'other',
] as const satisfies readonly Schemas['HouseholdKind'][];

const schema = z
  .object({
    who: choice(['known', 'new']),
    person: z.nullable(z.custom<Pick>()),
    family_name: optionalText(200),
    given_name: optionalText(200),
    birth_date: optionalDay({ notAfterToday: true }),
    relation: choice(relations),
    kind: choice(kinds),
    from_day: requiredDay(),
  })
  .check(
    z.refine((v) => v.who === 'new' || v.person !== null, {
      error: 'household.personMissing',
      path: ['person'],
    }),
    z.refine((v) => v.who === 'known' || v.family_name !== '', {
      error: 'resident.nameMissing',
      path: ['family_name'],
    }),
  );

interface Props {
  resident: Resident;
  onClose: () => void;
}
export function AddToHousehold({ resident, onClose }: Props) {
  const t = useT();
  const refreshAll = useRefreshResidents();
  const { household } = resident;
  const [keyFor] = useState(idempotencyKeys);
  const state = useServerForm({
    schema,
    fieldOf: (field) => (field.endsWith('resident_id') ? 'person' : field),
    defaultValues: {
      who: 'known',
      person: null,
      family_name: '',
      given_name: '',
      birth_date: '',
      relation: undefined,
      kind: household ? 'other' : undefined,
      from_day: day(isoDay()),
    },
    save: async (v, headers) => {
      let person = v.person;
      if (v.who === 'new') {
        const created = await addResident(
          {
            ...bareResident,
            family_name: v.family_name,
            given_name: orNull(v.given_name),
            birth_date: v.birth_date,
            site_id: resident.site_id,
            portal_language: resident.portal_language,
          },
          headers,
        );
        person = { id: created.id, label: fullName(created) };
        // should the second step fail, the person is there and is not registered twice
        state.form.setValue('person', person);
        state.form.setValue('who', 'known');
      }
      if (!person) return;
      const member = { resident_id: person.id, relation: v.relation };
      const { from_day } = v;
      if (household) {
        const json = { ...member, from_day };
        await addMember(household.id, json, keyFor(json));
      } else {
        const head = { resident_id: resident.id, relation: 'head' as const };
        const json = { kind: v.kind, from_day, members: [head, member] };
        await addHousehold(json, keyFor(json));
      }
      refreshAll();
      toast(t('household.added'));
      onClose();
    },
  });
  const isNew = useWatch({ control: state.form.control, name: 'who' }) === 'new';
  return (
    <DialogForm
      state={state}
      title={t('household.addTitle', { name: fullName(resident) })}
      submitLabel={t('household.add')}
      onClose={onClose}
    >
      <RadioCards
        name="who"
        label={t('household.who')}
        columns={2}
        options={[
          { value: 'known', label: t('household.known') },
          { value: 'new', label: t('household.new') },
        ]}
      />
      {isNew ? (
        <>
          <Names />
          <DateField name="birth_date" label={t('resident.birthDate')} optional />
        </>
      ) : (
        <PickField
          name="person"
          label={t('household.person')}
          hint={t('household.personHint')}
          source="residents"
          search={findResident}
          minLetters={2}
        />
      )}
      <div className="two">
        <SelectField
          name="relation"
          label={t('household.relation', { name: fullName(resident) })}
          options={relations.map((r) => ({ value: r, label: t(`household.relation.${r}`) }))}
        />
        {!household && (
          <SelectField
            name="kind"
            label={t('household.kind')}
            options={kinds.map((k) => ({ value: k, label: t(`household.kind.${k}`) }))}
          />
        )}
        <DateField name="from_day" label={t('household.fromDay')} />
      </div>
    </DialogForm>
  );
}
