import * as z from 'zod/mini';
import { day } from '@/shared/format/dates';
import { ChangedMeanwhile } from '@/shared/forms/ChangedMeanwhile';
import { DateField } from '@/shared/forms/DateField';
import { DialogForm } from '@/shared/forms/DialogForm';
import { SelectField, TextField } from '@/shared/forms/fields';
import { optionalDay } from '@/shared/forms/rules';
import { useEditForm } from '@/shared/forms/useEditForm';
import { textOf, useT as useShared } from '@/shared/i18n';
import { useLanguages } from '@/shared/people/languages';
import { useSession } from '@/shared/session/session';
import { toast } from '@/shared/ui/toasts';
import { BirthSource, Names, PortalLanguage } from './NewResident';
import { birthFields, nameFields, orNull } from './newResidentSchema';
import { editResident, type Resident, useKeepResident, useReloadResident } from './queries';
import { useT } from './texts';

const schema = z.object({
  ...nameFields,
  ...birthFields,
  site_id: z.string(),
  settled_on: optionalDay(),
  portal_language: z.string(),
});
type Values = z.input<typeof schema>;

const valuesOf = (r: Resident): Values => ({
  family_name: r.family_name,
  given_name: r.given_name ?? '',
  preferred_name: r.preferred_name ?? '',
  native_name: r.native_name ?? '',
  birth_date: r.view === 'case' && r.birth_date ? day(r.birth_date) : '',
  birth_date_source: r.view === 'case' ? r.birth_date_source : 'unknown',
  site_id: r.site_id ?? '',
  settled_on: r.settled_on ? day(r.settled_on) : '',
  portal_language: r.portal_language,
});

export function EditResident({ resident, onClose }: { resident: Resident; onClose: () => void }) {
  const t = useT();
  const shared = useShared();
  const { sites } = useSession();
  const { name: languageName } = useLanguages();
  const keep = useKeepResident();
  const seesBirth = resident.view === 'case';
  const state = useEditForm({
    record: resident,
    valuesOf,
    schema,
    reload: useReloadResident(resident.id),
    save: async (v, version) => {
      const { birth_date, birth_date_source, ...rest } = v;
      const saved = await editResident(resident.id, {
        version,
        ...rest,
        given_name: orNull(v.given_name),
        preferred_name: orNull(v.preferred_name),
        native_name: orNull(v.native_name),
        site_id: orNull(v.site_id),
        // whoever is not shown the birth date leaves it as it is
        ...(seesBirth && { birth_date, birth_date_source }),
      });
      keep(saved);
      toast(t('resident.saved'));
      onClose();
    },
  });
  const labels = {
    family_name: t('resident.familyName'),
    given_name: t('resident.givenName'),
    preferred_name: t('resident.preferredName'),
    native_name: t('resident.nativeName'),
    ...(seesBirth && { birth_date: t('resident.birthDate'), birth_date_source: t('resident.birthSource') }),
    site_id: t('resident.site'),
    settled_on: t('resident.settledOn'),
    portal_language: t('resident.portalLanguage'),
  };
  const show = (name: keyof Values, value: unknown): string => {
    const text = String(value);
    if (name === 'site_id') return sites.find((s) => s.id === text)?.name ?? '';
    if (name === 'birth_date_source') return textOf(`resident.source.${text}`) ?? '';
    return name === 'portal_language' ? languageName(text) : text;
  };
  return (
    <DialogForm
      state={state}
      title={t('resident.edit')}
      submitLabel={shared('action.save')}
      onClose={onClose}
    >
      <ChangedMeanwhile state={state} labels={labels} show={show} />
      <Names />
      <div className="two">
        <TextField name="preferred_name" label={labels.preferred_name} optional />
        <TextField name="native_name" label={labels.native_name} optional />
      </div>
      {seesBirth && (
        <div className="two">
          <DateField name="birth_date" label={t('resident.birthDate')} optional />
          <BirthSource />
        </div>
      )}
      <div className="two">
        <DateField name="settled_on" label={labels.settled_on} optional />
        <PortalLanguage />
        {sites.length > 1 && (
          <SelectField
            name="site_id"
            label={labels.site_id}
            options={sites.map((s) => ({ value: s.id, label: s.name }))}
            empty={t('resident.siteLater')}
            optional
          />
        )}
      </div>
    </DialogForm>
  );
}
