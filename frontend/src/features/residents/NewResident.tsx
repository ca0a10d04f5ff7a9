import { useEffect } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { DateField } from '@/shared/forms/DateField';
import { Form } from '@/shared/forms/Form';
import { CheckboxField, SelectField, TextField } from '@/shared/forms/fields';
import { useServerForm } from '@/shared/forms/useServerForm';
import { useLanguages } from '@/shared/people/languages';
import { useSite } from '@/shared/session/session';
import {
  birthDateSources,
  type NewResidentForm,
  newResidentBody,
  newResidentSchema,
} from './newResidentSchema';
import { addResident, type Resident, useKeepResident } from './queries';
import { useT } from './texts';

interface Props {
  onCreated: (resident: Resident) => Promise<unknown> | void;
  onCancel?: () => void;
  submitLabel?: string;
}
/** Only a name is needed; the rest can follow on the person's page. */
export function NewResident({ onCreated, onCancel, submitLabel }: Props) {
  const t = useT();
  const { sites, site } = useSite();
  const keep = useKeepResident();
  const defaultValues: NewResidentForm = {
    family_name: '',
    given_name: '',
    preferred_name: '',
    native_name: '',
    birth_date: '',
    birth_date_source: 'unknown',
    site_id: site?.id ?? '',
    portal_language: 'nb',
    languages: [{ language: '', written: true, interpreter: true }],
    contact_points: [{ value: '' }],
  };
  const state = useServerForm({
    schema: newResidentSchema,
    defaultValues,
    save: async (values, headers) => {
      const created = await addResident(newResidentBody(values), headers);
      keep(created);
      await onCreated(created);
    },
  });
  return (
    <Form state={state} submitLabel={submitLabel ?? t('resident.register')} onCancel={onCancel}>
      <Names />
      <div className="two">
        <TextField
          name="preferred_name"
          label={t('resident.preferredName')}
          hint={t('resident.preferredHint')}
          optional
        />
        <TextField
          name="native_name"
          label={t('resident.nativeName')}
          hint={t('resident.nativeHint')}
          optional
        />
      </div>
      <div className="two">
        <DateField name="birth_date" label={t('resident.birthDate')} optional />
        <BirthSource />
      </div>
      <OwnLanguage />
      <div className="two">
        <TextField
          name="contact_points.0.value"
          label={t('contacts.phone')}
          hint={t('contacts.phoneHint')}
          type="tel"
          dir="ltr"
          optional
        />
        {sites.length > 1 && (
          <SelectField
            name="site_id"
            label={t('resident.site')}
            options={sites.map((s) => ({ value: s.id, label: s.name }))}
            empty={t('resident.siteLater')}
            optional
          />
        )}
      </div>
    </Form>
  );
}

/** Given name first, as it is said; the rule for one name stands over both. */
export function Names() {
  const t = useT();
  return (
    <div className="stack names">
      <div className="two">
        <TextField name="given_name" label={t('resident.givenName')} optional />
        <TextField name="family_name" label={t('resident.familyName')} />
      </div>
      <p className="muted flush">{t('resident.oneName')}</p>
    </div>
  );
}

export function BirthSource() {
  const t = useT();
  return (
    <SelectField
      name="birth_date_source"
      label={t('resident.birthSource')}
      hint={t('resident.birthSourceHint')}
      options={birthDateSources.map((s) => ({ value: s, label: t(`resident.source.${s}`) }))}
      empty={false}
    />
  );
}

function OwnLanguage() {
  const t = useT();
  const languages = useLanguages();
  const { setValue, getFieldState } = useFormContext<NewResidentForm>();
  const own = useWatch<NewResidentForm, 'languages.0.language'>({ name: 'languages.0.language' });
  const portal = languages.find(own)?.portal;
  useEffect(() => {
    // the app follows the person's language until somebody chooses otherwise
    if (portal && !getFieldState('portal_language').isDirty) setValue('portal_language', own);
  }, [own, portal, setValue, getFieldState]);
  return (
    <>
      <div className="two">
        <SelectField
          name="languages.0.language"
          label={t('languages.own')}
          options={languages.items.map((l) => ({
            value: l.code,
            label: `${languages.name(l.code)} – ${l.autonym}`,
          }))}
          optional
        />
        <PortalLanguage />
      </div>
      {own && (
        <div className="checks">
          <CheckboxField name="languages.0.interpreter" label={t('languages.needsInterpreter')} />
          <CheckboxField name="languages.0.written" label={t('languages.reads')} />
        </div>
      )}
    </>
  );
}

export function PortalLanguage() {
  const t = useT();
  const { items, name } = useLanguages();
  return (
    <SelectField
      name="portal_language"
      label={t('resident.portalLanguage')}
      options={items
        .filter((l) => l.portal)
        .map((l) => ({ value: l.code, label: `${name(l.code)} – ${l.autonym}` }))}
      empty={false}
    />
  );
}
