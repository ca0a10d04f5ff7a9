import { useQuery } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { DateField } from '@/shared/forms/DateField';
import { DialogForm } from '@/shared/forms/DialogForm';
import { SelectField, TextField } from '@/shared/forms/fields';
import { requiredDay, requiredText } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { textOf } from '@/shared/i18n';
import { useSession } from '@/shared/session/session';
import { toast } from '@/shared/ui/toasts';
import { packages } from '../board/queries';
import { type CandidateHousehold, useRefreshPlacement } from '../queries';
import { useT } from '../texts';
import { freeDwellings, settle } from './queries';

const schema = z.object({
  unit_id: requiredText(64, 'byHand.unitMissing'),
  from_day: requiredDay(),
  contract_ends_on: requiredDay(),
  legal_ground: requiredText(200),
  package_id: z.string(),
});

interface Props {
  household: CandidateHousehold;
  onClose: () => void;
  onSettled: (tenancyId: string) => void;
}
/** Outside every plan: one household into one flat, and nobody but its guardians learns of it. */
export function SettleDialog({ household, onClose, onSettled }: Props) {
  const t = useT();
  const { sites } = useSession();
  const refresh = useRefreshPlacement();
  const units = useQuery(freeDwellings).data ?? [];
  const kits = useQuery(packages).data?.items.filter((p) => p.fits === 'dwelling') ?? [];
  const people = household.members.length;
  const siteName = (id: string) => sites.find((s) => s.id === id)?.name ?? '';
  const state = useServerForm({
    schema,
    defaultValues: {
      unit_id: '',
      from_day: '',
      contract_ends_on: '',
      legal_ground: 'husleieloven § 11-1',
      package_id: '',
    },
    save: async ({ package_id, ...terms }, key) => {
      const given = { version: household.version, ...terms, package_id: package_id || null, helpers: [] };
      const { tenancy_id } = await settle(household.id, given, key);
      toast(t('byHand.done'));
      refresh();
      onClose();
      onSettled(tenancy_id);
    },
  });
  return (
    <DialogForm
      state={state}
      title={t('byHand.title', { ref: household.ref })}
      submitLabel={t('byHand.submit')}
      onClose={onClose}
    >
      <p className="flush">{t('byHand.explain')}</p>
      <SelectField
        name="unit_id"
        label={t('byHand.unit')}
        hint={t('byHand.unitHint', { people })}
        options={units
          .filter((u) => u.capacity >= people)
          .map((u) => ({
            value: u.id,
            label: [
              siteName(u.site_id),
              u.label,
              t('board.places', { count: u.capacity }),
              ...u.accessibility.map((a) => textOf(`accessibility.${a}`) ?? a),
            ].join(' · '),
          }))}
      />
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
        options={kits.map((p) => ({ value: p.id, label: p.name }))}
      />
    </DialogForm>
  );
}
