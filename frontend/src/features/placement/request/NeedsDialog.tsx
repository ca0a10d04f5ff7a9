import * as z from 'zod/mini';
import { DialogForm } from '@/shared/forms/DialogForm';
import { CheckboxGroup, SelectField } from '@/shared/forms/fields';
import { choice } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { toast } from '@/shared/ui/toasts';
import { type CandidateHousehold, requirements, setNeeds, supports, useRefreshPlacement } from '../queries';
import { useT } from '../texts';

const schema = z.object({ requirements: z.array(z.enum(requirements)), support: choice(supports) });

export function NeedsDialog({ household, onClose }: { household: CandidateHousehold; onClose: () => void }) {
  const t = useT();
  const refresh = useRefreshPlacement();
  const state = useServerForm({
    schema,
    defaultValues: { requirements: [...household.requirements], support: household.support },
    save: async (values) => {
      await setNeeds(household.id, { version: household.version, ...values });
      toast(t('needs.saved'));
      refresh();
      onClose();
    },
  });
  return (
    <DialogForm state={state} title={t('housingNeeds.title')} submitLabel={t('needs.save')} onClose={onClose}>
      <p className="flush">{t('needs.explain')}</p>
      <CheckboxGroup
        name="requirements"
        label={t('needs.requirements')}
        columns={2}
        options={requirements.map((r) => ({ value: r, label: t(`requirement.${r}`) }))}
      />
      <SelectField
        name="support"
        label={t('needs.support')}
        empty={false}
        options={supports.map((s) => ({ value: s, label: t(`support.${s}`) }))}
      />
    </DialogForm>
  );
}
