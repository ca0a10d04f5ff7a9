import * as z from 'zod/mini';
import { day, isoDay } from '@/shared/format/dates';
import { DateField } from '@/shared/forms/DateField';
import { DialogForm } from '@/shared/forms/DialogForm';
import { requiredDay } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { toast } from '@/shared/ui/toasts';
import { useT } from '../texts';
import { endIdentifier, type Identifier } from './queries';

const schema = z.object({ on_day: requiredDay() });

interface Props {
  residentId: string;
  identifier: Identifier;
  onSaved: () => Promise<unknown>;
  onClose: () => void;
}
export function EndIdentifier({ residentId, identifier, onSaved, onClose }: Props) {
  const t = useT();
  const state = useServerForm({
    schema,
    defaultValues: { on_day: day(isoDay()) },
    save: async (values, headers) => {
      await endIdentifier(residentId, identifier.id, values, headers);
      await onSaved();
      toast(t('resident.saved'));
      onClose();
    },
  });
  return (
    <DialogForm
      state={state}
      title={t('identifiers.endTitle', { kind: t(`identifiers.kind.${identifier.kind}`) })}
      submitLabel={t('identifiers.end')}
      onClose={onClose}
    >
      <p className="flush">{t('identifiers.endExplain')}</p>
      <DateField name="on_day" label={t('identifiers.onDay')} />
    </DialogForm>
  );
}
