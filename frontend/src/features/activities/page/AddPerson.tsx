import * as z from 'zod/mini';
import { DialogForm } from '@/shared/forms/DialogForm';
import { type Pick, PickField } from '@/shared/forms/PickField';
import { useServerForm } from '@/shared/forms/useServerForm';
import { findResident } from '@/shared/people/findResident';
import { toast } from '@/shared/ui/toasts';
import { type Activity, signUp, useKeepParticipants } from '../queries';
import { useT } from '../texts';

const schema = z
  .object({ resident_id: z.nullable(z.custom<Pick>()) })
  .check(z.refine((v) => v.resident_id !== null, { path: ['resident_id'], message: 'people.whoMissing' }));

export function AddPerson({ activity: one, onClose }: { activity: Activity; onClose: () => void }) {
  const t = useT();
  const keep = useKeepParticipants();
  const state = useServerForm({
    schema,
    defaultValues: { resident_id: null },
    save: async ({ resident_id: who }, headers) => {
      const saved = await signUp(one.id, who?.id ?? '', headers);
      keep(saved);
      const waits = saved.items.find((p) => p.resident_id === who?.id)?.state === 'waiting';
      toast(t(waits ? 'people.addedWaiting' : 'people.added'), waits ? 'info' : 'success');
      onClose();
    },
  });
  return (
    <DialogForm state={state} title={t('people.addTitle')} submitLabel={t('people.add')} onClose={onClose}>
      <PickField
        name="resident_id"
        label={t('people.who')}
        hint={t('people.whoHint')}
        source="residents"
        search={findResident}
        minLetters={2}
      />
    </DialogForm>
  );
}
