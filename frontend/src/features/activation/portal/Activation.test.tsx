import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderPage } from '@/shared/testing/render';
import { HttpResponse, http, refuse, server } from '@/shared/testing/server';
import { ActivationForm } from './ActivationForm';
import { tidy } from './code';

const form = (code = '', done = vi.fn(async () => undefined)) => ({
  done,
  ...renderPage(<ActivationForm code={code} onActivated={done} />),
});
const first = () => screen.findByLabelText('De fire første tegnene');

test('the code may be typed with spaces, dashes and small letters', async () => {
  expect(tidy(' k7pm–4qxh ')).toBe('K7PM4QXH');
  let sent: unknown;
  server.use(
    http.post('*/v1/portal/activate', async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json({ csrf_token: 't' });
    }),
  );
  const { user, done } = form();
  await user.type(await first(), 'k7pm');
  expect(screen.getByLabelText('De fire siste tegnene')).toHaveFocus();
  await user.keyboard('4qxh');
  await user.click(screen.getByRole('button', { name: 'Start' }));
  await waitFor(() => expect(done).toHaveBeenCalledOnce());
  expect(sent).toEqual({ code: 'K7PM4QXH' });
});

test('too short a code is told before it is sent; backspace goes back over the gap', async () => {
  const { user } = form('K7PM4');
  await user.click(await screen.findByRole('button', { name: 'Start' }));
  expect(await screen.findByLabelText('De fire første tegnene')).toHaveAccessibleDescription(/åtte tegn/);
  await user.click(screen.getByLabelText('De fire siste tegnene'));
  await user.keyboard('{Backspace}{Backspace}{Backspace}');
  expect(screen.getByLabelText('De fire første tegnene')).toHaveFocus();
});

test('a refused code says whom to ask, and stays to be corrected', async () => {
  refuse('post', '/v1/portal/activate', 401, {
    type: 'activation-code-refused',
    errors: [{ field: 'code', code: 'activation-code-refused', message: 'no' }],
  });
  const { user } = form('AAAABBBB');
  await user.click(await screen.findByRole('button', { name: 'Start' }));
  expect((await screen.findAllByText(/Spør miljøarbeideren om en ny/)).length).toBeGreaterThan(0);
  expect(await first()).toHaveValue('AAAA');
});
