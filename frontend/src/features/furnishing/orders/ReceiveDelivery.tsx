import { Button } from '@digdir/designsystemet-react';
import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { DialogForm } from '@/shared/forms/DialogForm';
import { TextField } from '@/shared/forms/fields';
import { useServerForm } from '@/shared/forms/useServerForm';
import { refresh } from '@/shared/live/useLiveEvents';
import { toast } from '@/shared/ui/toasts';
import { wholeNumber } from '../checklist/numbers';
import { type FurnitureOrder, receiveDelivery } from '../queries';
import { useT } from '../texts';

interface Props {
  order: FurnitureOrder;
  supplier: string;
  onClose: () => void;
}
export function ReceiveDelivery({ order, supplier, onClose }: Props) {
  const t = useT();
  const client = useQueryClient();
  const state = useServerForm({
    schema: z.object({
      came: z.tuple(
        order.lines.map((line) => wholeNumber(0, line.quantity, 'orders.wrong')) as unknown as [
          ReturnType<typeof wholeNumber>,
        ],
      ),
    }),
    defaultValues: { came: order.lines.map((line) => String(line.delivered)) as [string] },
    save: async ({ came }, key) => {
      const arrived: number[] = [...came];
      const lines = order.lines.map((line, i) => ({
        order_line_id: line.id,
        delivered: arrived[i] ?? line.delivered,
      }));
      await receiveDelivery(order.id, { version: order.version, lines }, key);
      for (const topic of ['furnishing', 'units']) refresh(client, topic);
      toast(t('orders.received'));
      onClose();
    },
  });
  const everything = () =>
    state.form.setValue('came', order.lines.map((line) => String(line.quantity)) as [string], {
      shouldDirty: true,
    });
  return (
    <DialogForm
      state={state}
      title={t('orders.receiveTitle', { supplier })}
      submitLabel={t('action.save')}
      onClose={onClose}
    >
      <p className="flush">{t('orders.receiveHint')}</p>
      <div>
        <Button type="button" variant="secondary" onClick={everything}>
          {t('orders.all')}
        </Button>
      </div>
      <div className="two">
        {order.lines.map((line, i) => (
          <TextField
            key={line.id}
            name={`came.${i}`}
            label={t('orders.ofOrdered', { item: line.item, count: line.quantity })}
            inputMode="numeric"
          />
        ))}
      </div>
    </DialogForm>
  );
}
