import { useQuery } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import type { Schemas } from '@/shared/api/client';
import { Form } from '@/shared/forms/Form';
import { RadioCards, SelectField, TextField } from '@/shared/forms/fields';
import { useServerForm } from '@/shared/forms/useServerForm';
import { type Colleague, colleagues } from '@/shared/people/colleagues';
import { useSession } from '@/shared/session/session';
import { contactOrganisations } from '@/shared/words/values';
import { addContact, type Contact, useKeepContact } from '../queries';
import { useT } from '../texts';
import { commonBody, fieldOf, type NewValues, newSchema, origins, orNull } from './contactSchema';
import { CommonFields } from './fields';

interface Props {
  onCreated: (contact: Contact) => Promise<unknown> | void;
  onCancel: () => void;
}
export function NewContact({ onCreated, onCancel }: Props) {
  const t = useT();
  const { audience } = useSession();
  const keep = useKeepContact();
  const staff = useQuery(colleagues).data?.items ?? [];
  const own = contactOrganisations.find((o) => o === audience) ?? 'district';
  const defaultValues: NewValues = {
    origin: 'user',
    organisation: own,
    user_id: '',
    organisation_id: '',
    name: '',
    phone: '',
    email: '',
    title: '',
    organisation_name: '',
    helps_with: '',
    languages: [],
    hours: [],
    site_id: '',
    visible_to_residents: true,
  };
  const state = useServerForm({
    schema: newSchema,
    defaultValues,
    fieldOf,
    save: async (v, headers) => {
      const created = await addContact({ ...commonBody(v), ...who(v, staff) }, headers);
      keep(created);
      await onCreated(created);
    },
  });
  return (
    <Form state={state} submitLabel={t('contact.add')} onCancel={onCancel}>
      <RadioCards
        name="origin"
        label={t('contact.origin')}
        columns={2}
        options={origins.map((o) => ({
          value: o,
          label: t(`contact.origin.${o}`),
          hint: t(`contact.origin.${o}Hint`),
        }))}
      />
      <WhoFields own={own === 'district' ? undefined : own} />
    </Form>
  );
}

/** Whoever has an account here belongs to the organisation that they work for. */
function who(v: NewValues, staff: readonly Colleague[]) {
  const linked = v.origin === 'user' || v.origin === 'organisation';
  const found = staff.find((c) =>
    v.origin === 'user' ? c.id === v.user_id : c.organisation.id === v.organisation_id,
  );
  return {
    kind: v.origin === 'user' || v.origin === 'person' ? ('person' as const) : ('service' as const),
    organisation: (linked && found?.organisation.kind) || v.organisation,
    user_id: v.origin === 'user' ? v.user_id : null,
    organisation_id: v.origin === 'organisation' ? v.organisation_id : null,
    name: linked ? null : v.name,
    phone: linked ? null : orNull(v.phone),
  };
}

/** Partners put in their own; the district everybody's. */
function WhoFields({ own }: { own?: Schemas['ContactOrganisation'] }) {
  const t = useT();
  const origin = useWatch<NewValues, 'origin'>({ name: 'origin' });
  const staff = (useQuery(colleagues).data?.items ?? []).filter((c) => !own || c.organisation.kind === own);
  const organisations = [...new Map(staff.map((c) => [c.organisation.id, c.organisation])).values()];
  const people = [...new Map(staff.map((c) => [c.id, c])).values()];
  return (
    <>
      {origin === 'user' && (
        <SelectField
          name="user_id"
          label={t('contact.colleague')}
          options={people.map((c) => ({ value: c.id, label: `${c.name} – ${c.organisation.name}` }))}
        />
      )}
      {origin === 'organisation' && (
        <SelectField
          name="organisation_id"
          label={t('contact.whichOrganisation')}
          options={organisations.map((o) => ({ value: o.id, label: o.name }))}
        />
      )}
      {(origin === 'person' || origin === 'service') && (
        <div className="two">
          <TextField name="name" label={t('contact.name')} />
          {!own && (
            <SelectField
              name="organisation"
              label={t('contact.organisation')}
              options={contactOrganisations.map((o) => ({ value: o, label: t(`org.${o}`) }))}
              empty={false}
            />
          )}
        </div>
      )}
      <CommonFields linked={origin === 'user' || origin === 'organisation'} />
    </>
  );
}
