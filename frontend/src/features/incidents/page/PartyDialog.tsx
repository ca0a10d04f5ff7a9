import { useQueryClient } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import { DialogForm } from '@/shared/forms/DialogForm';
import { RadioCards, TextField } from '@/shared/forms/fields';
import { NumberWarning } from '@/shared/forms/NumberWarning';
import { type Pick, PickField } from '@/shared/forms/PickField';
import { choice, optionalText } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { findResident } from '@/shared/people/findResident';
import { toast } from '@/shared/ui/toasts';
import { addParty } from '../mutations';
import { type Incident, partiesOf } from '../queries';
import { useT } from '../texts';

const roles = ['involved', 'affected', 'witness'] as const;
const schema = z
  .object({
    kind: z.enum(['resident', 'other']),
    resident_id: z.nullable(z.custom<Pick>()),
    description: optionalText(200),
    role: choice(roles),
  })
  .check(
    z.refine((v) => v.kind !== 'resident' || v.resident_id !== null, {
      path: ['resident_id'],
      message: 'party.residentMissing',
    }),
    z.refine((v) => v.kind !== 'other' || v.description !== '', {
      path: ['description'],
      message: 'party.descriptionMissing',
    }),
  );

export function PartyDialog({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  const t = useT();
  const queryClient = useQueryClient();
  const state = useServerForm({
    schema,
    defaultValues: { kind: 'resident', resident_id: null, description: '', role: 'involved' },
    save: async (v, headers) => {
      const who = v.kind === 'resident' ? { resident_id: v.resident_id?.id } : { description: v.description };
      const saved = await addParty(incident.id, { ...who, role: v.role }, headers);
      queryClient.setQueryData(partiesOf(incident.id).queryKey, saved);
      toast(t('party.added'));
      onClose();
    },
  });
  const kind = useWatch({ control: state.form.control, name: 'kind' });
  return (
    <DialogForm state={state} title={t('party.add')} submitLabel={t('action.save')} onClose={onClose}>
      <RadioCards
        name="kind"
        label={t('party.kind')}
        columns={2}
        options={[
          { value: 'resident', label: t('party.resident') },
          { value: 'other', label: t('party.other') },
        ]}
      />
      {kind === 'resident' ? (
        <PickField
          name="resident_id"
          label={t('party.name')}
          hint={t('party.nameHint')}
          source="residents"
          minLetters={2}
          search={findResident}
        />
      ) : (
        <TextField
          name="description"
          label={t('party.description')}
          hint={t('party.descriptionHint')}
          maxLength={200}
        />
      )}
      <NumberWarning names={['description']} />
      <RadioCards
        name="role"
        label={t('party.role')}
        columns={3}
        options={roles.map((r) => ({ value: r, label: t(`party.role.${r}`) }))}
      />
    </DialogForm>
  );
}
