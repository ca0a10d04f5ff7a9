import { useRef, useState } from 'react';
import type { DefaultValues, FieldValues, Path, PathValue } from 'react-hook-form';
import type * as z from 'zod/mini';
import { idempotencyKeys } from '@/shared/api/client';
import { ApiError } from '@/shared/api/problem';
import { type ServerForm, useServerForm } from './useServerForm';

interface Versioned {
  version: number;
}
export interface Clash<In extends FieldValues> {
  /** What others changed meanwhile, with what stands there now and what is in the form. */
  fields: { name: Path<In>; now: unknown; mine: unknown }[];
  keepMine: () => Promise<void>;
  takeTheirs: () => void;
}
export interface EditForm<In extends FieldValues, Out> extends ServerForm<In, Out> {
  clash?: Clash<In>;
}
interface Options<In extends FieldValues, Out, Rec extends Versioned> {
  record: Rec;
  /** The form's values as they stand in a record. */
  valuesOf: (record: Rec) => In;
  schema: z.ZodMiniType<Out, In>;
  save: (values: Out, version: number, key: { 'Idempotency-Key': string }) => Promise<unknown>;
  /** The record as it stands on the server now. */
  reload: () => Promise<Rec>;
  fieldOf?: (serverField: string) => string;
}
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Editing a record with a version: when somebody else was first, both texts are shown and the person chooses. */
export function useEditForm<In extends FieldValues, Out, Rec extends Versioned>({
  record,
  valuesOf,
  schema,
  save,
  reload,
  fieldOf,
}: Options<In, Out, Rec>): EditForm<In, Out> {
  const base = useRef(record);
  const [keyFor] = useState(idempotencyKeys);
  const [met, setMet] = useState<{ before: Rec; latest: Rec }>();
  const state = useServerForm<In, Out>({
    schema,
    fieldOf,
    defaultValues: valuesOf(record) as DefaultValues<In>,
    save: async (values) => {
      setMet(undefined);
      try {
        const { version } = base.current;
        // the same content for another version is another request
        await save(values, version, keyFor({ values, version }));
      } catch (error) {
        if (!(error instanceof ApiError) || error.slug !== 'changed-meanwhile') throw error;
        setMet({ before: base.current, latest: await reload() });
      }
    },
  });
  if (!met) return state;

  const { form } = state;
  const [old, latest] = [valuesOf(met.before), valuesOf(met.latest)];
  const names = (Object.keys(latest) as Path<In>[]).filter((n) => !same(old[n], latest[n]));
  const settle = () => {
    base.current = met.latest;
    setMet(undefined);
  };
  return {
    ...state,
    clash: {
      fields: names.map((name) => ({ name, now: latest[name], mine: form.getValues(name) })),
      keepMine: async () => {
        // what I left as it was follows the others; what I wrote stays
        for (const name of names)
          if (same(form.getValues(name), old[name]))
            form.setValue(name, latest[name] as PathValue<In, Path<In>>);
        settle();
        await state.submit();
      },
      takeTheirs: () => {
        form.reset(latest);
        settle();
      },
    },
  };
}
