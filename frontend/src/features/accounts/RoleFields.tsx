import { useQuery } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import { DateField } from '@/shared/forms/DateField';
import { CheckboxGroup, RadioCards, SelectField } from '@/shared/forms/fields';
import { useSession } from '@/shared/session/session';
import { accountChoices } from './queries';
import { useT } from './texts';

/** As what, for how long and where; an organisation offers its own roles only. */
export function RoleFields() {
  const t = useT();
  const { sites } = useSession();
  const organisations = useQuery(accountChoices).data?.organisations ?? [];
  const [organisation, where] = useWatch({ name: ['organisation_id', 'where'] }) as [string, string];
  const roles = organisations.find((o) => o.id === organisation)?.roles ?? [];
  return (
    <>
      <div className="two">
        <SelectField
          name="organisation_id"
          label={t('account.organisation')}
          options={organisations.map((o) => ({ value: o.id, label: o.name }))}
        />
        <SelectField
          name="role"
          label={t('account.role')}
          options={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
        />
      </div>
      <div className="two">
        <DateField name="from_day" label={t('account.firstDay')} />
        <DateField name="last_day" label={t('account.lastDay')} hint={t('account.lastDayHint')} optional />
      </div>
      {sites.length > 1 && (
        <RadioCards
          name="where"
          label={t('account.sites')}
          columns={2}
          options={[
            { value: 'all', label: t('account.allSites') },
            { value: 'some', label: t('account.someSites') },
          ]}
        />
      )}
      {where === 'some' && (
        <CheckboxGroup
          name="site_ids"
          label={t('account.someSites')}
          options={sites.map((s) => ({ value: s.id, label: s.name }))}
        />
      )}
    </>
  );
}
