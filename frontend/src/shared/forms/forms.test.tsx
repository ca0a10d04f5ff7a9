import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { ApiError } from '@/shared/api/problem';
import { renderPage } from '@/shared/testing/render';
import { DateField } from './DateField';
import { Form } from './Form';
import { CheckboxGroup, RadioCards, SelectField, TextareaField, TextField } from './fields';
import { type Pick, PickField } from './PickField';
import { choice, optionalText, requiredDay, requiredText } from './rules';
import { useServerForm } from './useServerForm';

const schema = z.object({
  title: requiredText(20),
  kind: choice(['leak', 'noise']),
  day: requiredDay({ notAfterToday: true }),
  note: optionalText(30),
  severity: choice(['low', 'acute']),
  tags: z.array(z.string()),
  unit: z.nullable(z.custom<Pick>()),
});
type Save = (values: z.infer<typeof schema>, key: { 'Idempotency-Key': string }) => Promise<unknown>;

function Example({ save }: { save: Save }) {
  const state = useServerForm({
    schema,
    defaultValues: { title: '', day: '', note: '', tags: [], unit: null },
    save,
  });
  return (
    <Form state={state} submitLabel="Send">
      <TextField name="title" label="Tittel" />
      <SelectField name="kind" label="Kategori" options={[{ value: 'leak', label: 'Lekkasje' }]} />
      <DateField name="day" label="Dato" />
      <TextareaField name="note" label="Notat" max={30} optional />
      <RadioCards name="severity" label="Hastegrad" options={[{ value: 'acute', label: 'Akutt' }]} />
      <CheckboxGroup name="tags" label="Gjelder" options={[{ value: 'a', label: 'Alfa' }]} />
      <PickField
        name="unit"
        label="Enhet"
        source="test-units"
        search={async (q) => [{ id: '1', label: `A10${q}`, detail: '2. etasje' }]}
      />
    </Form>
  );
}
async function fill(user: ReturnType<typeof renderPage>['user']) {
  await user.type(await screen.findByLabelText('Tittel'), 'Vann lekker');
  await user.selectOptions(screen.getByLabelText('Kategori'), 'leak');
  await user.type(screen.getByLabelText('Dato'), '13022024');
  await user.click(screen.getByLabelText('Akutt'));
  await user.click(screen.getByLabelText('Alfa'));
  await user.type(screen.getByLabelText('Enhet'), '1');
  await user.click(await screen.findByRole('option', { name: /A101/ }));
}
const send = (user: ReturnType<typeof renderPage>['user']) =>
  user.click(screen.getByRole('button', { name: 'Send' }));

test('what was filled in is handed on in the server’s shape, with a key', async () => {
  const save = vi.fn<Save>(async () => undefined);
  const { user } = renderPage(<Example save={save} />);
  await fill(user);
  await send(user);
  await waitFor(() => expect(save).toHaveBeenCalledOnce());
  expect(save.mock.calls[0]?.[0]).toEqual({
    title: 'Vann lekker',
    kind: 'leak',
    day: '2024-02-13',
    note: '',
    severity: 'acute',
    tags: ['a'],
    unit: { id: '1', label: 'A101', detail: '2. etasje' },
  });
  expect(save.mock.calls[0]?.[1]['Idempotency-Key']).toMatch(/^[0-9a-f-]{36}$/);
  expect(screen.getByLabelText('Dato')).toHaveValue('13.02.2024');
});

test('every empty required field is named in the summary and at its place', async () => {
  const { user } = renderPage(<Example save={vi.fn<Save>()} />);
  await screen.findByLabelText('Tittel');
  await send(user);
  const summary = await screen.findByRole('group', { name: 'Rett opp dette før du sender:' });
  expect(summary).toHaveTextContent('Tittel: Fyll ut feltet');
  expect(summary).toHaveTextContent('Skriv en dato');
  expect(screen.getByLabelText('Dato')).toHaveAccessibleDescription(/Skriv en dato/);
  expect(screen.getByRole('group', { name: 'Hastegrad' })).toHaveAccessibleDescription(
    'Velg ett av alternativene',
  );
});

test('the server’s objections stand at their fields in Norwegian and the text stays', async () => {
  const save = vi.fn<Save>(async () => {
    throw new ApiError(422, {
      type: '/problems/invalid-request',
      title: 'no',
      status: 422,
      errors: [
        { field: 'title', code: 'string_too_long', message: 'too long', context: { max_length: 5 } },
        { field: 'note', code: 'never_heard_of', message: 'Only plain words' },
      ],
    });
  });
  const { user } = renderPage(<Example save={save} />);
  await fill(user);
  await send(user);
  await waitFor(() =>
    expect(screen.getByLabelText('Tittel')).toHaveAccessibleDescription('Skriv høyst 5 tegn'),
  );
  expect(screen.getByLabelText(/Notat/)).toHaveAccessibleDescription('Only plain words');
  expect(screen.getByLabelText('Tittel')).toHaveValue('Vann lekker');
  await waitFor(() =>
    expect(screen.getByRole('group', { name: 'Rett opp dette før du sender:' })).toHaveFocus(),
  );
});

test('a conflict is told above the fields', async () => {
  const save = vi.fn<Save>(async () => {
    throw new ApiError(409, { type: '/problems/changed-meanwhile', title: 'no', status: 409 });
  });
  const { user } = renderPage(<Example save={save} />);
  await fill(user);
  await send(user);
  expect(await screen.findByText(/Noen andre har endret dette/)).toBeInTheDocument();
});

test('too long a text is counted', async () => {
  const { user } = renderPage(<Example save={vi.fn<Save>()} />);
  await user.type(await screen.findByLabelText(/Notat/), 'x'.repeat(32));
  expect(screen.getByText('2 tegn for mye')).toBeInTheDocument();
});

test('a choice is found with the keyboard and can be taken back', async () => {
  const { user } = renderPage(<Example save={vi.fn<Save>()} />);
  await user.type(await screen.findByLabelText('Enhet'), '7');
  await screen.findByRole('option', { name: /A107/ });
  await user.keyboard('{ArrowDown}{Enter}');
  await user.click(screen.getByRole('button', { name: 'Fjern A107' }));
  expect(screen.getByRole('combobox', { name: 'Enhet' })).toHaveValue('');
});
