import { useQuery } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { DateField } from '@/shared/forms/DateField';
import { DialogForm } from '@/shared/forms/DialogForm';
import { SelectField, TextField } from '@/shared/forms/fields';
import { requiredDay, requiredText } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { colleagues, fitting } from '@/shared/people/colleagues';
import { toast } from '@/shared/ui/toasts';
import { helperKinds } from '@/shared/words/values';
import { useT } from '../texts';
import { type Alternative, commit, useRefreshBoard } from './queries';

const schema = z.object({
  from_day: requiredDay(),
  contract_ends_on: requiredDay(),
  legal_ground: requiredText(200),
  env_worker: z.string(),
  settler: z.string(),
  nav_advisor: z.string(),
  intro_advisor: z.string(),
});

interface Props {
  siteId: string;
  alternative: Alternative;
  onClose: () => void;
}
/** One press makes residents, households and planned leases, all of them or none. */
export function CommitDialog({ siteId, alternative, onClose }: Props) {
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
    },
    save: async ({ from_day, contract_ends_on, legal_ground, ...chosen }, key) => {
      const helpers = helperKinds.flatMap((kind) => (chosen[kind] ? [{ kind, user_id: chosen[kind] }] : []));
      const { id, version, placed } = alternative;
      await commit(id, { version, from_day, contract_ends_on, legal_ground, helpers }, key);
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
      <fieldset className="ds-fieldset">
        <legend className="ds-label">{t('commit.helpers')}</legend>
        <div className="two">
          {helperKinds.map((kind) => (
            <SelectField
              key={kind}
              name={kind}
              label={t(`helper.${kind}`)}
              empty={t('commit.later')}
              options={fitting(items, kind).map((c) => ({ value: c.id, label: c.name }))}
            />
          ))}
        </div>
      </fieldset>
    </DialogForm>
  );
}
