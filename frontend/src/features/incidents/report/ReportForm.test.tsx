import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { renderPage } from '@/shared/testing/render';
import { answer, HttpResponse, http, refuse, server, signedIn, unreachable } from '@/shared/testing/server';
import { ReportIncident } from './ReportIncident';

const permissions = ['incidents:read', 'incidents:report', 'incidents:handle'] as const;
const contact = {
  responsible: 'landlord',
  weekdays: [1, 2, 3, 4, 5],
  from_time: '15:30',
  to_time: '07:30',
};
const guard = { ...contact, id: 'c1', name: 'Boligbygg, vakt', phone: '41200031', now: true };
const office = { ...contact, id: 'c2', name: 'Ola Brekke', phone: '41200013', now: false };

beforeEach(() => {
  sessionStorage.clear();
  signedIn({ permissions: [...permissions] });
  answer('get', '/v1/units', {
    items: [{ id: 'u1', site_id: 'site1', label: '205', floor: 2, use: 'dwelling', dwelling_number: null }],
    next: null,
  });
  answer('get', '/v1/sites/site1', { id: 'site1', on_call: [office, guard] });
  answer('get', '/v1/emergency-numbers', { items: [{ key: 'fire', number: '110', label: 'Brann' }] });
});
const begin = () => renderPage(<ReportIncident onLeave={() => undefined} />);
type User = ReturnType<typeof begin>['user'];
const choose = async (user: User, category: string) =>
  user.click(await screen.findByRole('button', { name: category }));
const send = (user: User) => user.click(screen.getByRole('button', { name: 'Send melding' }));
const reported = (part: object = {}) => ({
  id: 'i1',
  number: 'H-1044',
  site_id: 'site1',
  category: 'leak',
  severity: 'serious',
  status: 'new',
  title: 'Vannlekkasje',
  unit: null,
  responsible: 'landlord',
  shared_with: ['landlord'],
  created_at: '2026-11-24T07:05:00Z',
  version: 1,
  on_call: [],
  ...part,
});

test('the category proposes title and gravity, and both follow until somebody writes', async () => {
  const { user } = begin();
  await choose(user, 'Vannlekkasje');
  expect(screen.getByLabelText('Hva har skjedd, kort sagt?')).toHaveValue('Vannlekkasje');
  expect(screen.getByRole('radio', { name: /^Alvorlig/ })).toBeChecked();
  await user.click(screen.getByRole('button', { name: 'Velg noe annet enn Vannlekkasje' }));
  await choose(user, 'Renhold');
  expect(screen.getByLabelText('Hva har skjedd, kort sagt?')).toHaveValue('Renhold');
  expect(screen.getByRole('radio', { name: /^Lav/ })).toBeChecked();
  await user.clear(screen.getByLabelText('Hva har skjedd, kort sagt?'));
  await user.type(screen.getByLabelText('Hva har skjedd, kort sagt?'), 'Søl i trappa');
  await user.click(screen.getByRole('button', { name: 'Velg noe annet enn Renhold' }));
  await choose(user, 'Søppel');
  expect(screen.getByLabelText('Hva har skjedd, kort sagt?')).toHaveValue('Søl i trappa');
});

test('something acute shows whom to ring before it is sent, who is on duty first', async () => {
  const { user } = begin();
  await choose(user, 'Akutt sykdom');
  const box = await screen.findByRole('region', { name: 'Ring først' });
  expect(await within(box).findByRole('link', { name: 'Ring Boligbygg, vakt, 412 00 031' })).toHaveAttribute(
    'href',
    'tel:+4741200031',
  );
  expect(within(box).getByRole('link', { name: /110/ })).toHaveAttribute('href', 'tel:110');
});

test('a unit by its number, one press, and the case has its number', async () => {
  let sent: unknown;
  server.use(
    http.post('*/v1/incidents', async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json(reported(), { status: 201 });
    }),
  );
  const { user } = begin();
  await choose(user, 'Vannlekkasje');
  await user.type(screen.getByRole('combobox', { name: /^Enhet/ }), '20');
  await user.click(await screen.findByRole('option', { name: /205/ }));
  await send(user);
  expect(await screen.findByRole('heading', { name: 'H-1044 er meldt' })).toHaveFocus();
  expect(sent).toEqual({
    category: 'leak',
    title: 'Vannlekkasje',
    severity: 'serious',
    unit_id: 'u1',
    parties: [],
  });
  expect(screen.getByText('Utleieren har ansvaret og har fått saken.')).toBeInTheDocument();
  expect(sessionStorage).toHaveLength(0);
  await user.click(screen.getByRole('button', { name: 'Meld en til' }));
  expect(await screen.findByRole('button', { name: 'Vannlekkasje' })).toBeInTheDocument();
});

test('without network the words stay, here and after a reload, for the same person only', async () => {
  unreachable('post', '/v1/incidents');
  const { user } = begin();
  await choose(user, 'Bråk');
  await user.type(screen.getByLabelText(/Beskrivelse/), 'Høy musikk');
  await send(user);
  expect(await screen.findByText('Vi får ikke kontakt med tjenesten')).toBeInTheDocument();
  expect(screen.getByLabelText(/Beskrivelse/)).toHaveValue('Høy musikk');
  cleanup();
  begin();
  expect(await screen.findByText(/Vi tok vare på det du skrev/)).toBeInTheDocument();
  expect(screen.getByLabelText(/Beskrivelse/)).toHaveValue('Høy musikk');
  cleanup();
  signedIn({ permissions: [...permissions], actor_id: 'somebody else' });
  begin();
  expect(await screen.findByRole('button', { name: 'Bråk' })).toBeInTheDocument();
  expect(sessionStorage).toHaveLength(0);
});

test('what the server objects to stands at its field', async () => {
  refuse('post', '/v1/incidents', 422, {
    errors: [{ field: 'unit_id', code: 'unit-unknown', message: 'no such unit' }],
  });
  const { user } = begin();
  await choose(user, 'Varme');
  await send(user);
  await waitFor(() =>
    expect(screen.getByRole('combobox', { name: /^Enhet/ })).toHaveAccessibleDescription(
      /Denne enheten finnes ikke her/,
    ),
  );
});

test('an identity number is met with a gentle word', async () => {
  const { user } = begin();
  await choose(user, 'Bråk');
  await user.type(screen.getByLabelText(/Beskrivelse/), 'Gjelder 01019012345');
  expect(screen.getByText(/Dette ligner et fødselsnummer/)).toBeInTheDocument();
});

test('whoever may not open cases is offered no pictures and no link', async () => {
  signedIn({ permissions: ['incidents:report'] });
  answer('post', '/v1/incidents', reported({ responsible: 'district', shared_with: [] }), 201);
  const { user } = begin();
  await choose(user, 'Bråk');
  expect(screen.queryByRole('button', { name: 'Ta bilde eller velg' })).not.toBeInTheDocument();
  await send(user);
  await screen.findByRole('heading', { name: 'H-1044 er meldt' });
  expect(screen.queryByRole('link', { name: 'Åpne saken' })).not.toBeInTheDocument();
});
