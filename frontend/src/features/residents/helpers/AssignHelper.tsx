import { Button } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { day, isoDay } from '@/shared/format/dates';
import { showPhone } from '@/shared/format/phone';
import { DateField } from '@/shared/forms/DateField';
import { DialogForm } from '@/shared/forms/DialogForm';
import { RadioCards, SelectField } from '@/shared/forms/fields';
import { requiredDay, requiredText } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { type Colleague, colleagues, fitting } from '@/shared/people/colleagues';
import { useSession } from '@/shared/session/session';
import { FormDialog } from '@/shared/ui/dialogs';
import { EmptyState, ErrorState, LoadingState } from '@/shared/ui/states';
import { toast } from '@/shared/ui/toasts';
import type { HelperKind } from '@/shared/words/values';
import { type Helper, type Resident, useKeepResident } from '../queries';
import { useT } from '../texts';
import { assignHelper } from './mutations';

const schema = z.object({ user_id: requiredText(64, 'form.choose'), from_day: requiredDay() });

interface Props {
  resident: Resident;
  kind: HelperKind;
  onEnd: (helper: Helper) => void;
  onClose: () => void;
}
export function AssignHelper(props: Props) {
  const t = useT();
  const query = useQuery(colleagues);
  const now = props.resident.helpers.find((h) => h.kind === props.kind && h.active);
  const fits = fitting(query.data?.items ?? [], props.kind).filter((c) => c.id !== now?.user_id);
  if (fits.length > 0) return <Assign {...props} fits={fits} now={now} />;
  return (
    <FormDialog open title={t(`helper.${props.kind}`)} onClose={props.onClose}>
      {query.isPending ? (
        <LoadingState lines={3} />
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <EmptyState
          title={t('helpers.noneFit')}
          hint={t('helpers.noneFitHint')}
          action={now && <EndInstead now={now} onEnd={props.onEnd} />}
        />
      )}
    </FormDialog>
  );
}

interface AssignProps extends Props {
  fits: Colleague[];
  now: Helper | undefined;
}
function EndInstead({ now, onEnd }: { now: Helper; onEnd: (helper: Helper) => void }) {
  const t = useT();
  return (
    <Button type="button" variant="tertiary" data-color="neutral" onClick={() => onEnd(now)}>
      {t('helpers.endInstead')}
    </Button>
  );
}

function Assign({ resident, kind, onEnd, onClose, fits, now }: AssignProps) {
  const t = useT();
  const { actor_id } = useSession();
  const keep = useKeepResident();
  const state = useServerForm({
    schema,
    defaultValues: { user_id: '', from_day: day(isoDay()) },
    save: async (values, headers) => {
      keep(await assignHelper(resident.id, { kind, ...values }, headers));
      toast(t('helpers.assigned'));
      onClose();
    },
  });
  const options = [...fits]
    .sort((a, b) => Number(b.id === actor_id) - Number(a.id === actor_id))
    .map((c) => ({
      value: c.id,
      label: c.id === actor_id ? t('residents.me', { name: c.name }) : c.name,
      hint: c.phone ? showPhone(c.phone) : undefined,
    }));
  const label = t('helpers.who');
  return (
    <DialogForm
      state={state}
      title={t('helpers.assignTitle', { role: t(`helper.${kind}`).toLowerCase() })}
      submitLabel={t('helpers.assign')}
      onClose={onClose}
    >
      {now && (
        <div>
          <p className="flush">{t('helpers.replaces', { name: now.name })}</p>
          <EndInstead now={now} onEnd={onEnd} />
        </div>
      )}
      {options.length > 6 ? (
        <SelectField name="user_id" label={label} options={options} />
      ) : (
        <RadioCards name="user_id" label={label} options={options} columns={2} />
      )}
      <DateField name="from_day" label={t('helpers.fromDay')} />
    </DialogForm>
  );
}
