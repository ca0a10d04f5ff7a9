import type { FieldValues } from 'react-hook-form';
import type * as z from 'zod/mini';
import { useEditForm } from '@/shared/forms/useEditForm';
import { toast } from '@/shared/ui/toasts';
import { type Tenancy, type TenancyCare, useKeepTenancy, useReloadTenancy } from '../queries';

interface Options<In extends FieldValues, Out> {
  tenancy: TenancyCare;
  values: In;
  schema: z.ZodMiniType<Out, In>;
  send: (values: Out, version: number, key: { 'Idempotency-Key': string }) => Promise<Tenancy>;
  done: string;
  onClose: () => void;
  fieldOf?: (field: string) => string;
}
/** A form that writes one thing into the course of a lease; its values are none of the lease's own. */
export function useLeaseForm<In extends FieldValues, Out>(o: Options<In, Out>) {
  const keep = useKeepTenancy();
  const reload = useReloadTenancy(o.tenancy.id);
  return useEditForm<In, Out, TenancyCare>({
    record: o.tenancy,
    valuesOf: () => o.values,
    schema: o.schema,
    fieldOf: o.fieldOf,
    reload: async () => {
      const latest = await reload();
      return latest.view === 'care' ? latest : o.tenancy;
    },
    save: async (values, version, key) => {
      keep(await o.send(values, version, key));
      toast(o.done);
      o.onClose();
    },
  });
}
