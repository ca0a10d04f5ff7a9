import { screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { renderPage } from '@/shared/testing/render';
import { answer, HttpResponse, http, refuse, server, signedIn, unreachable } from '@/shared/testing/server';
import { NewResident } from './NewResident';

const languages = [
  { code: 'nb', nb: 'norsk bokmål', autonym: 'norsk bokmål', direction: 'ltr', portal: true },
  { code: 'ar', nb: 'arabisk', autonym: 'العربية', direction: 'rtl', portal: true },
  { code: 'fa-AF', nb: 'dari', autonym: 'دری', direction: 'rtl', portal: false },
];
beforeEach(() => {
  signedIn({ permissions: ['residents:write'] });
  answer('get', '/v1/languages', { items: languages });
});
const register = (user: ReturnType<typeof renderPage>['user']) =>
  user.click(screen.getByRole('button', { name: 'Registrer beboer' }));

test('one name is enough, and is sent as the family name', async () => {
  let sent: unknown;
  server.use(
    http.post('*/v1/residents', async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json({ id: 'r1', family_name: 'Zahra' }, { status: 201 });
    }),
  );
  const done = vi.fn();
  const { user } = renderPage(<NewResident onCreated={done} />);
  await user.type(await screen.findByLabelText('Etternavn'), 'Zahra');
  await register(user);
  await waitFor(() => expect(done).toHaveBeenCalledOnce());
  expect(sent).toMatchObject({
    family_name: 'Zahra',
    given_name: null,
    birth_date: null,
    site_id: 'site1',
    languages: [],
    contact_points: [],
  });
});

test('the app follows the own language when it speaks it, and an interpreter is asked for with it', async () => {
  let sent: unknown;
  server.use(
    http.post('*/v1/residents', async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json({ id: 'r1', family_name: 'Haddad' }, { status: 201 });
    }),
  );
  const { user } = renderPage(<NewResident onCreated={vi.fn()} />);
  await user.type(await screen.findByLabelText('Etternavn'), 'Haddad');
  await screen.findByRole('option', { name: 'dari – دری' });
  await user.selectOptions(screen.getByLabelText(/^Eget språk/), 'ar');
  await waitFor(() => expect(screen.getByLabelText('Språk i beboerappen')).toHaveValue('ar'));
  await user.click(screen.getByLabelText('Leser dette språket'));
  await register(user);
  await waitFor(() =>
    expect(sent).toMatchObject({
      portal_language: 'ar',
      languages: [{ language: 'ar', own: true, interpreter: true, written: false }],
    }),
  );
});

test('a number that the server refuses is told at the telephone, and everything typed stays', async () => {
  refuse('post', '/v1/residents', 422, {
    errors: [{ field: 'contact_points.0.value', code: 'phone_number', message: 'no' }],
  });
  const { user } = renderPage(<NewResident onCreated={vi.fn()} />);
  await user.type(await screen.findByLabelText('Etternavn'), '<b>Ærlig</b> =1+1');
  await user.type(screen.getByLabelText(/^Telefon/), '12');
  await register(user);
  await waitFor(() =>
    expect(screen.getByLabelText(/^Telefon/)).toHaveAccessibleDescription(/Dette er ikke et telefonnummer/),
  );
  expect(screen.getByLabelText('Etternavn')).toHaveValue('<b>Ærlig</b> =1+1');
});

test('without network nothing typed is lost', async () => {
  unreachable('post', '/v1/residents');
  const { user } = renderPage(<NewResident onCreated={vi.fn()} />);
  await user.type(await screen.findByLabelText('Etternavn'), 'Koval');
  await register(user);
  expect(await screen.findByText('Vi får ikke kontakt med tjenesten')).toBeInTheDocument();
  expect(screen.getByLabelText('Etternavn')).toHaveValue('Koval');
});
