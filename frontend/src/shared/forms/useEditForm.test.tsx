import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { ApiError } from '@/shared/api/problem';
import { renderPage } from '@/shared/testing/render';
import { ChangedMeanwhile } from './ChangedMeanwhile';
import { Form } from './Form';
import { TextField } from './fields';
import { requiredText } from './rules';
import { useEditForm } from './useEditForm';

interface Rec {
  version: number;
  name: string;
  phone: string;
}
type Save = (values: { name: string; phone: string }, version: number) => Promise<unknown>;
const before: Rec = { version: 1, name: 'Olena', phone: '1' };
const latest: Rec = { version: 2, name: 'Olena', phone: '2' };
const stale = () => new ApiError(409, { type: '/problems/changed-meanwhile', title: 'changed', status: 409 });

function Example({ save }: { save: Save }) {
  const state = useEditForm({
    record: before,
    valuesOf: ({ name, phone }: Rec) => ({ name, phone }),
    schema: z.object({ name: requiredText(50), phone: requiredText(20) }),
    reload: async () => latest,
    save,
  });
  return (
    <Form state={state} submitLabel="Lagre">
      <ChangedMeanwhile state={state} labels={{ name: 'Navn', phone: 'Telefon' }} />
      <TextField name="name" label="Navn" />
      <TextField name="phone" label="Telefon" />
    </Form>
  );
}
async function meet(save: Save, field: string, typed: string) {
  const { user } = renderPage(<Example save={save} />);
  await user.clear(await screen.findByLabelText(field));
  await user.type(screen.getByLabelText(field), typed);
  await user.click(screen.getByRole('button', { name: 'Lagre' }));
  const box = await screen.findByRole('group', { name: /Noen andre har lagret/ });
  await waitFor(() => expect(box).toHaveFocus());
  return { user, box };
}

test('what others changed is shown beside what I have, and mine is kept on the new version', async () => {
  const save = vi.fn<Save>(async (_, version) => {
    if (version === 1) throw stale();
  });
  const { user, box } = await meet(save, 'Navn', 'Olena K');
  expect(within(box).getByText('Telefon')).toBeInTheDocument();
  expect(within(box).queryByText('Navn')).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Behold mitt og lagre' }));
  await waitFor(() => expect(save).toHaveBeenCalledTimes(2));
  // the telephone that I never touched follows the others
  expect(save.mock.calls[1]?.slice(0, 2)).toEqual([{ name: 'Olena K', phone: '2' }, 2]);
});

test('with the same field changed by both, keeping mine sends mine', async () => {
  const save = vi.fn<Save>(async (_, version) => {
    if (version === 1) throw stale();
  });
  const { user, box } = await meet(save, 'Telefon', '3');
  expect(box).toHaveTextContent('Står nå: 2');
  expect(box).toHaveTextContent('Du har: 3');
  await user.click(screen.getByRole('button', { name: 'Behold mitt og lagre' }));
  await waitFor(() => expect(save.mock.calls[1]?.[0]).toEqual({ name: 'Olena', phone: '3' }));
});

test('taking what is there now fills the form and saves nothing by itself', async () => {
  const save = vi.fn<Save>(async () => {
    throw stale();
  });
  const { user } = await meet(save, 'Telefon', '3');
  await user.click(screen.getByRole('button', { name: 'Bruk det som står nå' }));
  expect(screen.getByLabelText('Telefon')).toHaveValue('2');
  expect(save).toHaveBeenCalledOnce();
  expect(screen.queryByRole('group', { name: /Noen andre/ })).not.toBeInTheDocument();
});
