import { Button } from '@digdir/designsystemet-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import { day as shortDay, weekdayName } from '@/shared/format/dates';
import { DialogForm } from '@/shared/forms/DialogForm';
import { CheckboxGroup, SelectField } from '@/shared/forms/fields';
import { requiredText } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { useLocale, useT as useShared } from '@/shared/i18n';
import { refresh } from '@/shared/live/useLiveEvents';
import { FormDialog } from '@/shared/ui/dialogs';
import { ErrorState, LoadingState } from '@/shared/ui/states';
import { toast, toastError } from '@/shared/ui/toasts';
import { type Assignment, planWork, replanWork, type Unit, units, unplanWork, type Week } from './queries';
import { useT } from './texts';
import { what } from './told';

interface Props {
  week: Week;
  day: string;
  work?: Assignment;
  onClose: () => void;
}
export function PlanWork({ work, ...props }: Props) {
  const t = useT();
  const query = useQuery({ ...units(props.week.id), enabled: !work });
  if (work) return <Replan {...props} work={work} />;
  if (query.data?.items.length && props.week.members.length)
    return <NewWork {...props} units={query.data.items} />;
  return (
    <FormDialog open title={t('crew.addTitle')} onClose={props.onClose}>
      {query.error ? (
        <ErrorState error={query.error} />
      ) : query.data ? (
        <p className="flush">{t(props.week.members.length ? 'crew.noUnits' : 'crew.noPeople')}</p>
      ) : (
        <LoadingState lines={3} />
      )}
    </FormDialog>
  );
}

const hands = z.array(z.string()).check(z.minLength(1, 'crew.peopleMissing'));
const newSchema = z.object({
  day: requiredText(10),
  unit_id: requiredText(64, 'crew.unitMissing'),
  room: z.string(),
  member_ids: hands,
});

function NewWork({ week, day, units, onClose }: Props & { units: readonly Unit[] }) {
  const t = useT();
  const shared = useShared();
  const client = useQueryClient();
  const roomsOf = (unit: string) => units.find((one) => one.unit_id === unit)?.rooms ?? [];
  const state = useServerForm({
    schema: newSchema,
    defaultValues: { day, unit_id: '', room: '', member_ids: [] as string[] },
    save: async (given, key) => {
      const room = roomsOf(given.unit_id).find((one) => one === given.room) ?? null;
      await planWork(week.id, { ...given, room }, key);
      refresh(client, 'crew');
      toast(t('crew.planned'));
      onClose();
    },
  });
  const unit = useWatch({ control: state.form.control, name: 'unit_id' });
  return (
    <DialogForm
      state={state}
      title={t('crew.addTitle')}
      submitLabel={shared('action.save')}
      onClose={onClose}
    >
      <DayField week={week} />
      <SelectField
        name="unit_id"
        label={t('crew.unit')}
        options={units.map((one) => ({
          value: one.unit_id,
          label: t('crew.unitOption', { unit: one.label, count: one.pieces }),
        }))}
      />
      <SelectField
        key={unit}
        name="room"
        label={t('crew.room')}
        empty={t('crew.wholeUnit')}
        options={roomsOf(unit).map((room) => ({ value: room, label: room }))}
      />
      <HandsField week={week} />
    </DialogForm>
  );
}

function Replan({ week, work, onClose }: Props & { work: Assignment }) {
  const t = useT();
  const shared = useShared();
  const client = useQueryClient();
  const finish = (said: string) => {
    refresh(client, 'crew');
    toast(said);
    onClose();
  };
  const state = useServerForm({
    schema: z.object({ day: requiredText(10), member_ids: hands }),
    defaultValues: { day: work.day, member_ids: work.member_ids },
    save: async (given) => {
      await replanWork(work.id, given);
      finish(t('crew.replanned'));
    },
  });
  const remove = () => unplanWork(work.id).then(() => finish(t('crew.removed')), toastError);
  return (
    <DialogForm
      state={state}
      title={t('crew.changeWork', { what: what(t, work) })}
      submitLabel={shared('action.save')}
      onClose={onClose}
    >
      <DayField week={week} />
      <HandsField week={week} />
      <div>
        <Button type="button" variant="tertiary" data-color="danger" onClick={() => void remove()}>
          {t('crew.removeWork')}
        </Button>
      </div>
    </DialogForm>
  );
}

function DayField({ week }: { week: Week }) {
  const t = useT();
  const locale = useLocale();
  return (
    <SelectField
      name="day"
      label={t('crew.day')}
      empty={false}
      options={week.days.map((one) => ({
        value: one,
        label: `${weekdayName(one, locale)} ${shortDay(one)}`,
      }))}
    />
  );
}

function HandsField({ week }: { week: Week }) {
  const t = useT();
  return (
    <CheckboxGroup
      name="member_ids"
      label={t('crew.people')}
      columns={2}
      options={week.members.map((one) => ({
        value: one.id,
        label: one.name,
        hint: one.kind === 'leader' ? t('crew.kind.leader') : undefined,
      }))}
    />
  );
}
