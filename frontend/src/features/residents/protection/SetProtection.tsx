import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import * as z from 'zod/mini';
import { ChangedMeanwhile } from '@/shared/forms/ChangedMeanwhile';
import { DialogForm } from '@/shared/forms/DialogForm';
import { RadioCards, SelectField, TextareaField } from '@/shared/forms/fields';
import { choice, requiredText } from '@/shared/forms/rules';
import { useEditForm } from '@/shared/forms/useEditForm';
import { textOf } from '@/shared/i18n';
import { type Colleague, colleagues } from '@/shared/people/colleagues';
import { useSession } from '@/shared/session/session';
import { toast } from '@/shared/ui/toasts';
import { resident, useRefreshResidents } from '../queries';
import { useT } from '../texts';
import { Consequences } from './Consequences';
import { grades, type ProtectionView, protection, setProtection } from './queries';

const schema = z
  .object({
    grade: choice(grades),
    first: requiredText(64, 'protection.guardianMissing'),
    second: requiredText(64, 'protection.guardianMissing'),
    reason: requiredText(4000, 'form.reasonMissing'),
  })
  .check(z.refine((v) => v.first !== v.second, { error: 'protection.guardiansSame', path: ['second'] }));
type Values = z.input<typeof schema>;

/** Roles that read residents; one of the two must hold a role that can lift the protection again. */
const guardianRoles = ['housing_office', 'manager', 'env_worker', 'settler', 'nav_advisor', 'intro_advisor'];

interface Props {
  residentId: string;
  name: string;
  now: ProtectionView;
  onClose: () => void;
  onHidden: () => void;
}
export function SetProtection({ residentId, name, now, onClose, onHidden }: Props) {
  const t = useT();
  const { actor_id } = useSession();
  const queryClient = useQueryClient();
  const refreshAll = useRefreshResidents();
  const state = useEditForm({
    record: now,
    valuesOf: (p): Values => ({
      grade: p.grade === 'none' ? ('' as Values['grade']) : p.grade,
      first: p.guardians[0]?.id ?? actor_id,
      second: p.guardians[1]?.id ?? '',
      reason: '',
    }),
    schema,
    fieldOf: (field) => (field === 'guardians' ? 'second' : field),
    reload: () => queryClient.fetchQuery({ ...protection(residentId), staleTime: 0 }),
    save: async ({ grade, first, second, reason }, version) => {
      const saved = await setProtection(residentId, { version, grade, guardians: [first, second], reason });
      toast(t('protection.isSet', { name }));
      onClose();
      if (first !== actor_id && second !== actor_id) {
        queryClient.removeQueries({ queryKey: resident(residentId).queryKey });
        onHidden();
      } else queryClient.setQueryData(protection(residentId).queryKey, saved);
      refreshAll();
    },
  });
  return (
    <DialogForm
      state={state}
      title={t('protection.setTitle', { name })}
      submitLabel={t('protection.set')}
      onClose={onClose}
    >
      <ChangedMeanwhile state={state} labels={{ grade: t('protection.grade') }} />
      <Consequences />
      <RadioCards
        name="grade"
        label={t('protection.grade')}
        options={grades.map((g) => ({
          value: g,
          label: t(`protection.${g}`),
          hint: t(`protection.hint.${g}`),
        }))}
      />
      <Guardians />
      <TextareaField
        name="reason"
        label={t('protection.reason')}
        hint={t('protection.reasonHint')}
        max={4000}
        rows={3}
      />
    </DialogForm>
  );
}

function Guardians() {
  const t = useT();
  const id = useId();
  const items = useQuery(colleagues).data?.items ?? [];
  const options = guardianRoles.flatMap((role) =>
    items.filter((c) => c.role === role).map((c) => ({ value: c.id, label: labelOf(c) })),
  );
  // somebody with two roles is one person
  const once = options.filter((o, i) => options.findIndex((x) => x.value === o.value) === i);
  return (
    <fieldset className="ds-fieldset" aria-describedby={id}>
      <legend className="ds-label">{t('protection.guardians')}</legend>
      <div data-field="description" id={id}>
        {t('protection.guardiansHint')}
      </div>
      <div className="two">
        <SelectField name="first" label={t('protection.first')} options={once} />
        <SelectField name="second" label={t('protection.second')} options={once} />
      </div>
    </fieldset>
  );
}
const labelOf = (c: Colleague) => `${c.name} – ${textOf(`role.${c.role}`) ?? ''}`;
