import { ChangedMeanwhile } from '@/shared/forms/ChangedMeanwhile';
import { DialogForm } from '@/shared/forms/DialogForm';
import { TextField } from '@/shared/forms/fields';
import { useEditForm } from '@/shared/forms/useEditForm';
import { useLanguages } from '@/shared/people/languages';
import { useSession } from '@/shared/session/session';
import { toast } from '@/shared/ui/toasts';
import { type Contact, editContact, useKeepContact, useReloadContact } from '../queries';
import { useT } from '../texts';
import {
  commonBody,
  type EditValues,
  editSchema,
  fieldOf,
  isLinked,
  orNull,
  valuesOf,
} from './contactSchema';
import { CommonFields } from './fields';

export function EditContact({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const t = useT();
  const { sites } = useSession();
  const { name: languageName } = useLanguages();
  const keep = useKeepContact();
  const linked = isLinked(contact);
  const state = useEditForm({
    record: contact,
    valuesOf,
    schema: editSchema,
    fieldOf,
    reload: useReloadContact(contact.id),
    save: async (v, version) => {
      const own = { name: orNull(v.name), phone: orNull(v.phone) };
      keep(await editContact(contact.id, { version, ...commonBody(v), ...(!linked && own) }));
      toast(t('contact.saved'));
      onClose();
    },
  });
  const labels = {
    name: t('contact.name'),
    phone: t('contact.phone'),
    email: t('contact.email'),
    title: t('contact.title'),
    organisation_name: t('contact.organisationName'),
    helps_with: t('contact.helpsWith'),
    languages: t('contact.languages'),
    hours: t('contact.hours'),
    site_id: t('contact.site'),
    visible_to_residents: t('contact.visible'),
  };
  const show = (name: string, value: unknown): string => {
    if (name === 'languages') return (value as EditValues['languages']).map(languageName).join(', ');
    if (name === 'hours')
      return (value as EditValues['hours']).map((h) => `${h.days}: ${h.from_time}–${h.to_time}`).join(', ');
    if (name === 'site_id') return sites.find((s) => s.id === value)?.name ?? t('contact.everySite');
    if (name === 'visible_to_residents') return t(value === true ? 'contact.yes' : 'contact.no');
    return typeof value === 'string' ? value : '';
  };
  return (
    <DialogForm state={state} title={t('contact.edit')} submitLabel={t('action.save')} onClose={onClose}>
      <ChangedMeanwhile state={state} labels={labels} show={show} />
      {!linked && <TextField name="name" label={t('contact.name')} />}
      <CommonFields linked={linked} />
    </DialogForm>
  );
}
