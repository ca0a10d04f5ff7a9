import { useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import { joined } from '@/shared/format/joined';
import { DialogForm } from '@/shared/forms/DialogForm';
import { RadioCards, SelectField, TextField } from '@/shared/forms/fields';
import { type Pick, PickField } from '@/shared/forms/PickField';
import { optionalText } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { textOf } from '@/shared/i18n';
import { findResident } from '@/shared/people/findResident';
import { useMay } from '@/shared/session/session';
import { toast } from '@/shared/ui/toasts';
import { services, withResidents } from '../kinds';
import { invite } from '../mutations';
import { useColleagues } from '../owners';
import { type Meeting, useKeepMeeting } from '../queries';
import { useT } from '../texts';

const schema = z
  .object({
    who: z.enum(['colleague', 'resident', 'other']),
    user_id: z.string(),
    resident_id: z.nullable(z.custom<Pick>()),
    name: optionalText(200),
    organisation: optionalText(200),
  })
  .check(
    z.refine((v) => v.who !== 'colleague' || v.user_id !== '', { path: ['user_id'], message: 'form.choose' }),
    z.refine((v) => v.who !== 'resident' || v.resident_id !== null, {
      path: ['resident_id'],
      message: 'form.choose',
    }),
    z.refine((v) => v.who !== 'other' || v.name !== '', { path: ['name'], message: 'form.required' }),
  );

export function InviteDialog({ meeting: m, onClose }: { meeting: Meeting; onClose: () => void }) {
  const t = useT();
  const keep = useKeepMeeting();
  const mayFind = useMay('residents:read') && withResidents.has(m.kind);
  // the landlord's people are asked to the landlord's meetings only
  const colleagues = useColleagues(services.filter((s) => s !== 'landlord' || m.kind === 'landlord'));
  const there = new Set(m.participants.map((p) => p.user?.id));
  const state = useServerForm({
    schema,
    defaultValues: { who: 'colleague', user_id: '', resident_id: null, name: '', organisation: '' },
    save: async ({ who, user_id, resident_id, name, organisation }, key) => {
      const json =
        who === 'colleague'
          ? { user_id }
          : who === 'resident'
            ? { resident_id: resident_id?.id }
            : { name, organisation: organisation || null };
      keep(await invite(m.id, json, key));
      toast(t('participants.added'));
      onClose();
    },
  });
  const who = useWatch({ control: state.form.control, name: 'who' });
  const kinds = mayFind ? (['colleague', 'resident', 'other'] as const) : (['colleague', 'other'] as const);
  return (
    <DialogForm
      state={state}
      title={t('participants.add')}
      submitLabel={t('participants.do')}
      onClose={onClose}
    >
      <RadioCards
        name="who"
        label={t('participants.who')}
        columns={3}
        options={kinds.map((k) => ({ value: k, label: t(`participants.who.${k}`) }))}
      />
      {who === 'colleague' && (
        <SelectField
          name="user_id"
          label={t('participants.who.colleague')}
          options={colleagues
            .filter((c) => !there.has(c.id))
            .map((c) => ({
              value: c.id,
              label: joined(c.name, textOf(`role.${c.role}`), c.organisation.name),
            }))}
        />
      )}
      {who === 'resident' && (
        <PickField
          name="resident_id"
          label={t('start.resident')}
          source="residents"
          minLetters={2}
          search={findResident}
        />
      )}
      {who === 'other' && (
        <div className="two">
          <TextField name="name" label={t('participants.name')} maxLength={200} />
          <TextField name="organisation" label={t('participants.from')} maxLength={200} optional />
        </div>
      )}
    </DialogForm>
  );
}
