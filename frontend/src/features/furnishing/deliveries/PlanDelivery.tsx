import { Button } from '@digdir/designsystemet-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import { day, isoDay, readDay } from '@/shared/format/dates';
import { readClock } from '@/shared/format/readClock';
import { DateField } from '@/shared/forms/DateField';
import { DialogForm } from '@/shared/forms/DialogForm';
import { TextField } from '@/shared/forms/fields';
import { optionalText, requiredDay } from '@/shared/forms/rules';
import { useServerForm } from '@/shared/forms/useServerForm';
import { refresh } from '@/shared/live/useLiveEvents';
import { ConfirmDialog } from '@/shared/ui/dialogs';
import { toast, toastError } from '@/shared/ui/toasts';
import type { FurnitureOrder } from '../queries';
import { useT } from '../texts';
import { Advice } from './Advice';
import { type Slot, setWindow, takeBack } from './queries';
import './deliveries.css';

const time = z.pipe(
  z.string().check(z.refine((v) => readClock(v) !== undefined, 'window.clockWrong')),
  z.transform((v) => readClock(v) ?? ''),
);
const schema = z.object({
  day: requiredDay(),
  from_time: time,
  to_time: time,
  supplier_note: optionalText(200),
  reason: optionalText(200),
});

interface Props {
  order: FurnitureOrder;
  supplier: string;
  onClose: () => void;
}
/** While a time is typed the server is asked what stands against it, and offers better ones. */
export function PlanDelivery({ order, supplier, onClose }: Props) {
  const t = useT();
  const client = useQueryClient();
  const [takingBack, setTakingBack] = useState(false);
  const { window } = order;
  const kept = () => {
    for (const topic of ['furnishing', 'calendar', 'today']) refresh(client, topic);
    onClose();
  };
  const state = useServerForm({
    schema,
    defaultValues: {
      day: window ? day(window.day) : '',
      from_time: window?.from_time ?? '10:00',
      to_time: window?.to_time ?? '12:00',
      supplier_note: window?.supplier_note ?? '',
      reason: window?.reason ?? '',
    },
    save: async ({ supplier_note, reason, ...when }, key) => {
      const said = { supplier_note: supplier_note || null, reason: reason || null };
      await setWindow(order.id, { version: order.version, ...when, ...said }, key);
      toast(t('window.saved'));
      kept();
    },
  });
  const typed = useWatch({ control: state.form.control });
  const [on, from_time, to_time] = [
    readDay(typed.day ?? ''),
    readClock(typed.from_time ?? ''),
    readClock(typed.to_time ?? ''),
  ];
  const slot = on && from_time && to_time ? { day: on, from_time, to_time } : undefined;
  const take = (better: Slot) => {
    const found = { day: day(better.day), from_time: better.from_time, to_time: better.to_time };
    for (const [name, value] of Object.entries(found))
      state.form.setValue(name as keyof typeof found, value, { shouldDirty: true, shouldValidate: true });
    state.form.clearErrors('reason');
  };
  const forget = async () => {
    try {
      await takeBack(order.id);
      toast(t('window.takenBack'));
      kept();
    } catch (error) {
      toastError(error);
    }
  };
  return (
    <>
      <DialogForm
        state={state}
        title={t('window.title', { supplier })}
        submitLabel={t('action.save')}
        onClose={onClose}
      >
        <DateField name="day" label={t('window.day')} min={isoDay()} />
        <div className="two">
          <TextField name="from_time" label={t('window.from')} type="time" />
          <TextField name="to_time" label={t('window.to')} type="time" />
        </div>
        <Advice orderId={order.id} slot={slot} onTake={take} />
        <TextField name="supplier_note" label={t('window.note')} hint={t('window.noteHint')} optional />
        {window && (
          <div>
            <Button type="button" variant="tertiary" data-color="danger" onClick={() => setTakingBack(true)}>
              {t('window.takeBack')}
            </Button>
          </div>
        )}
      </DialogForm>
      <ConfirmDialog
        open={takingBack}
        danger
        title={t('window.takeBackTitle')}
        text={t('window.takeBackText')}
        confirmLabel={t('window.takeBack')}
        onConfirm={forget}
        onClose={() => setTakingBack(false)}
      />
    </>
  );
}
