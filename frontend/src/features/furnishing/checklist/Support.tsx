import { Button } from '@digdir/designsystemet-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import * as z from 'zod/mini';
import { day, isoDay } from '@/shared/format/dates';
import { DateField } from '@/shared/forms/DateField';
import { DialogForm } from '@/shared/forms/DialogForm';
import { RadioCards } from '@/shared/forms/fields';
import { choice, requiredDay } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { useMay } from '@/shared/session/session';
import { toast } from '@/shared/ui/toasts';
import { OverPage } from '../OverPage';
import { type Support as Said, saySupport, support } from '../queries';
import { useT } from '../texts';

interface Props {
  unitId: string;
  /** Where one lease is looked at: only if it is the one that runs or is next. */
  tenancyId?: string;
}
/** A status alone, on behalf of the household that has the flat or is about to get it. */
export function Support({ unitId, tenancyId }: Props) {
  const t = useT();
  const mayRead = useMay('support:read');
  const mayWrite = useMay('support:write');
  const { data } = useQuery({ ...support(unitId), enabled: mayRead });
  const [editing, setEditing] = useState(false);
  if (!data || (tenancyId && data.tenancy_id !== tenancyId)) return null;
  const status = t(`support.status.${data.status}`);
  return (
    <div className="support row">
      <p className="flush">
        {t('support.label')}:{' '}
        <strong>
          {data.day && data.set_by
            ? t('support.by', { status, day: day(data.day), name: data.set_by.name })
            : status}
        </strong>
      </p>
      {mayWrite && (
        <Button type="button" variant="tertiary" onClick={() => setEditing(true)}>
          {t('support.edit')}
        </Button>
      )}
      {editing && (
        <OverPage>
          <SaySupport unitId={unitId} said={data} onClose={() => setEditing(false)} />
        </OverPage>
      )}
    </div>
  );
}

const statuses = ['none', 'applied', 'granted', 'refused', 'bought'] as const;
const schema = z.object({ status: choice(statuses), day: requiredDay({ notAfterToday: true }) });

interface FormProps {
  unitId: string;
  said: Said;
  onClose: () => void;
}
function SaySupport({ unitId, said, onClose }: FormProps) {
  const t = useT();
  const client = useQueryClient();
  const state = useServerForm({
    schema,
    defaultValues: { status: said.status, day: day(isoDay()) },
    save: async (given) => {
      const saved = await saySupport(said.tenancy_id, { ...given, version: said.version });
      client.setQueryData(support(unitId).queryKey, saved);
      toast(t('support.saved'));
      onClose();
    },
  });
  return (
    <DialogForm state={state} title={t('support.title')} submitLabel={t('action.save')} onClose={onClose}>
      <p className="muted flush">{t('support.hint')}</p>
      <RadioCards
        name="status"
        label={t('support.status')}
        columns={2}
        options={statuses.map((one) => ({ value: one, label: t(`support.status.${one}`) }))}
      />
      <DateField name="day" label={t('support.day')} max={isoDay()} />
    </DialogForm>
  );
}
