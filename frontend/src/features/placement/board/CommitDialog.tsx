import { useQuery } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { DateField } from '@/shared/forms/DateField';
import { DialogForm } from '@/shared/forms/DialogForm';
import { SelectField, TextField } from '@/shared/forms/fields';
import { requiredDay, requiredText } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { colleagues, fitting } from '@/shared/people/colleagues';
import { FormDialog } from '@/shared/ui/dialogs';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import { toast } from '@/shared/ui/toasts';
import { helperKinds } from '@/shared/words/values';
import { useT } from '../texts';
import { type Alternative, commit, packages, useRefreshBoard } from './queries';

const schema = z.object({
  from_day: requiredDay(),
  contract_ends_on: requiredDay(),
  legal_ground: requiredText(200),
  env_worker: z.string(),
  settler: z.string(),
  nav_advisor: z.string(),
  intro_advisor: z.string(),
  package_id: z.string(),
});

interface Props {
  siteId: string;
  alternative: Alternative;
  onClose: () => void;
}
/** One press makes residents, households, planned leases and checklists, all of them or none. */
export function CommitDialog(props: Props) {
  const t = useT();
  const { data, error } = useQuery(packages);
  if (data) return <CommitForm {...props} packages={data.items.filter((p) => p.fits === 'dwelling')} />;
  return (
    <FormDialog open title={t('commit.title', { name: props.alternative.name })} onClose={props.onClose}>
      {error ? <ErrorState error={error} /> : <LoadingState lines={4} />}
    </FormDialog>
  );
}

interface FormProps extends Props {
  packages: readonly { id: string; name: string }[];
}
function CommitForm({ siteId, alternative, packages, onClose }: FormProps) {
  const t = useT();
  const refresh = useRefreshBoard(siteId);
  const items = useQuery(colleagues).data?.items ?? [];
  const state = useServerForm({
    schema,
    defaultValues: {
      from_day: '',
      contract_ends_on: '',
      legal_ground: 'husleieloven § 11-1',
      env_worker: '',
      settler: '',
      nav_advisor: '',
      intro_advisor: '',
      package_id: packages[0]?.id ?? '',
    },
    save: async ({ from_day, contract_ends_on, legal_ground, package_id, ...chosen }, key) => {
      const helpers = helperKinds.flatMap((kind) => (chosen[kind] ? [{ kind, user_id: chosen[kind] }] : []));
      const { id, version, placed } = alternative;
      const given = { version, from_day, contract_ends_on, legal_ground, helpers };
      await commit(id, { ...given, package_id: package_id || null }, key);
      toast(t('commit.done', { count: placed.length }));
      await refresh();
      onClose();
    },
  });
  return (
    <DialogForm
      state={state}
      title={t('commit.title', { name: alternative.name })}
      submitLabel={t('commit.submit', { count: alternative.placed.length })}
      onClose={onClose}
    >
      <p className="flush">{t('commit.explain')}</p>
      <div className="two">
        <DateField name="from_day" label={t('commit.from')} />
        <DateField name="contract_ends_on" label={t('commit.ends')} />
      </div>
      <TextField name="legal_ground" label={t('commit.ground')} maxLength={200} />
      <SelectField
        name="package_id"
        label={t('commit.package')}
        hint={t('commit.packageHint')}
        empty={t('commit.packageLater')}
        options={packages.map((p) => ({ value: p.id, label: p.name }))}
      />
      <fieldset className="ds-fieldset">
        <legend className="ds-label">{t('commit.helpers')}</legend>
        <div className="two">
          {helperKinds.map((kind) => (
            <SelectField
              key={kind}
              name={kind}
              label={t(`helper.${kind}`)}
              empty={t(alternative.helpers.some((h) => h.kind === kind) ? 'commit.shared' : 'commit.later')}
              options={fitting(items, kind).map((c) => ({ value: c.id, label: c.name }))}
            />
          ))}
        </div>
      </fieldset>
    </DialogForm>
  );
}
