import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { SelectField } from '@/shared/forms/fields';
import { textOf } from '@/shared/i18n';
import { colleagues } from '@/shared/people/colleagues';
import { useT } from '../texts';

/** Roles that read placement; one of the two must be able to lift the protection again. */
const guardianRoles = ['housing_office', 'manager', 'settler'];

/** The fields `first` and `second` of a form. */
export function Guardians({ legend }: { legend: string }) {
  const t = useT();
  const id = useId();
  const items = useQuery(colleagues).data?.items ?? [];
  const options = guardianRoles.flatMap((role) =>
    items
      .filter((c) => c.role === role)
      .map((c) => ({ value: c.id, label: `${c.name} – ${textOf(`role.${c.role}`) ?? ''}` })),
  );
  const once = options.filter((o, i) => options.findIndex((x) => x.value === o.value) === i);
  return (
    <fieldset className="ds-fieldset" aria-describedby={id}>
      <legend className="ds-label">{legend}</legend>
      <div data-field="description" id={id}>
        {t('import.guardiansHint')}
      </div>
      <div className="two">
        <SelectField name="first" label={t('import.first')} options={once} />
        <SelectField name="second" label={t('import.second')} options={once} />
      </div>
    </fieldset>
  );
}
