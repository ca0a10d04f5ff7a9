import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderPage } from '@/shared/testing/render';
import { answer, HttpResponse, http, refuse, server, unreachable } from '@/shared/testing/server';
import { DemoAccounts } from './DemoAccounts';
import { SignInForm } from './SignInForm';

const done = () => vi.fn(async () => undefined);
async function fill(user: ReturnType<typeof renderPage>['user'], password = 'feil') {
  await user.type(await screen.findByLabelText('Brukernavn'), 'amina.miljo');
  await user.type(screen.getByLabelText('Passord'), password);
  await user.click(screen.getByRole('button', { name: 'Logg inn' }));
}

test('empty fields are told at their place, with a summary that takes the focus', async () => {
  const { user } = renderPage(<SignInForm onSignedIn={done()} />);
  await user.click(await screen.findByRole('button', { name: 'Logg inn' }));
  const summary = await screen.findByRole('group', { name: 'Rett opp dette før du sender:' });
  await waitFor(() => expect(summary).toHaveFocus());
  expect(screen.getByLabelText('Brukernavn')).toHaveAccessibleDescription('Skriv brukernavnet ditt');
  await user.click(screen.getByRole('link', { name: 'Skriv passordet ditt' }));
  expect(screen.getByLabelText('Passord')).toHaveFocus();
});

test('a wrong password is told at the password and what was typed stays', async () => {
  refuse('post', '/v1/auth/sign-in', 401, {
    type: 'sign-in-refused',
    errors: [{ field: 'password', code: 'sign-in-refused', message: 'no match' }],
  });
  const signedIn = done();
  const { user } = renderPage(<SignInForm onSignedIn={signedIn} />);
  await fill(user);
  await waitFor(() =>
    expect(screen.getByLabelText('Passord')).toHaveAccessibleDescription('Feil brukernavn eller passord'),
  );
  expect(screen.getByLabelText('Brukernavn')).toHaveValue('amina.miljo');
  expect(signedIn).not.toHaveBeenCalled();
});

test('after too many attempts the page says how long to wait', async () => {
  refuse('post', '/v1/auth/sign-in', 429, { type: 'too-many-attempts', retry_after: 290 });
  const { user } = renderPage(<SignInForm onSignedIn={done()} />);
  await fill(user);
  expect(await screen.findByText('For mange forsøk. Prøv igjen om 5 minutter.')).toBeInTheDocument();
});

test('without network the form says so instead of blaming the password', async () => {
  unreachable('post', '/v1/auth/sign-in');
  const { user } = renderPage(<SignInForm onSignedIn={done()} />);
  await fill(user);
  expect(await screen.findByText('Vi får ikke kontakt med tjenesten')).toBeInTheDocument();
});

test('demo accounts stand in groups and one press signs in', async () => {
  const base = { password: 'demo', district: 'Bydel Bjerke', organisation: 'Nav Bjerke' };
  answer('get', '/v1/demo/accounts', {
    items: [
      { ...base, user_name: 'amina', name: 'Amina', role: 'env_worker', audience: 'district' },
      { ...base, user_name: 'bo', name: 'Bo', role: 'settler', audience: 'nav' },
    ],
  });
  let sent: unknown;
  server.use(
    http.post('*/v1/auth/sign-in', async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json({ csrf_token: 'x' });
    }),
  );
  const signedIn = done();
  const { user } = renderPage(<DemoAccounts onSignedIn={signedIn} />);
  expect(await screen.findByRole('heading', { name: 'Bydel' })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Logg inn som Bo' }));
  await waitFor(() => expect(signedIn).toHaveBeenCalledOnce());
  expect(sent).toEqual({ user_name: 'bo', password: 'demo' });
});

test('outside demo mode no account is shown', async () => {
  refuse('get', '/v1/demo/accounts', 404, { type: 'not-found' });
  const { queryClient } = renderPage(<DemoAccounts onSignedIn={done()} />);
  await waitFor(() => expect(queryClient.isFetching()).toBe(0));
  expect(screen.queryByRole('heading')).not.toBeInTheDocument();
});
