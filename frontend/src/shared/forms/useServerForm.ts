import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { useState } from 'react';
import {
  type DefaultValues,
  type FieldValues,
  type Path,
  type UseFormReturn,
  useForm,
} from 'react-hook-form';
import type * as z from 'zod/mini';
import { idempotencyKeys } from '@/shared/api/client';
import { ApiError } from '@/shared/api/problem';
import { textOf, type Values } from '@/shared/i18n';
import { say } from '@/shared/i18n/describeError';

/** Puts the server's `errors[]` at the fields by their code; what was typed stays. True when at least one found its place. */
export function putProblem<T extends FieldValues>(
  form: Pick<UseFormReturn<T>, 'setError'>,
  error: unknown,
  fieldOf: (serverField: string) => string = (field) => field,
): boolean {
  if (!(error instanceof ApiError) || !error.problem.errors?.length) return false;
  for (const e of error.problem.errors) {
    // a refusal that names its field carries the problem's own name as code
    const id = [`code.${e.code}`, `problem.${e.code}`].find(
      (x) => textOf(x, e.context as Values) !== undefined,
    );
    const message = id ? say(id, e.context) : e.message;
    form.setError(fieldOf(e.field.replace(/^body\./, '')) as Path<T>, { type: 'server', message });
  }
  return true;
}

export interface ServerForm<In extends FieldValues = FieldValues, Out = In> {
  form: UseFormReturn<In, unknown, Out>;
  submit: (event?: React.BaseSyntheticEvent) => Promise<void>;
  /** A refusal or a missing network which belongs to no single field. */
  failure: unknown;
}

interface Options<In extends FieldValues, Out> {
  schema: z.ZodMiniType<Out, In>;
  defaultValues: DefaultValues<In>;
  /** `key` is the Idempotency-Key header: the same content sent twice acts once. */
  save: (values: Out, key: { 'Idempotency-Key': string }) => Promise<unknown>;
  /** Where the form asks for a thing under another name than the server's. */
  fieldOf?: (serverField: string) => string;
}

export function useServerForm<In extends FieldValues, Out>({
  schema,
  defaultValues,
  save,
  fieldOf,
}: Options<In, Out>): ServerForm<In, Out> {
  const form = useForm<In, unknown, Out>({
    resolver: standardSchemaResolver(schema),
    defaultValues,
    shouldFocusError: false,
  });
  const [keyFor] = useState(idempotencyKeys);
  const [failure, setFailure] = useState<unknown>();
  const submit = form.handleSubmit(async (values) => {
    setFailure(undefined);
    try {
      await save(values, keyFor(values));
    } catch (error) {
      if (!putProblem(form as unknown as Pick<UseFormReturn<In>, 'setError'>, error, fieldOf))
        setFailure(error);
    }
  });
  return { form, submit, failure };
}
