import * as z from 'zod/mini';
import { Form } from '@/shared/forms/Form';
import { type Pick, PickField } from '@/shared/forms/PickField';
import { useServerForm } from '@/shared/forms/useServerForm';
import { findResident } from '@/shared/people/findResident';
import { tick, useKeepParticipants } from '../queries';
import { useT } from '../texts';

const schema = z
  .object({ resident_id: z.nullable(z.custom<Pick>()) })
  .check(z.refine((v) => v.resident_id !== null, { path: ['resident_id'], message: 'people.whoMissing' }));

/** Found by name and ticked at once; the field is empty for the next. */
export function WalkIn({ activityId }: { activityId: string }) {
  const t = useT();
  const keep = useKeepParticipants();
  const state = useServerForm({
    schema,
    defaultValues: { resident_id: null },
    save: async ({ resident_id: who }) => {
      keep(await tick(activityId, who?.id ?? '', true));
      state.form.reset();
    },
  });
  return (
    <Form state={state} submitLabel={t('roll.add')}>
      <PickField
        name="resident_id"
        label={t('roll.walkIn')}
        hint={t('people.whoHint')}
        source="residents"
        search={findResident}
        minLetters={2}
      />
    </Form>
  );
}
