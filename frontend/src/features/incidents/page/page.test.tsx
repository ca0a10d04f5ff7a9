import { screen, waitFor, within } from '@testing-library/react';
import type { JsonBodyType } from 'msw';
import { beforeEach, expect, test } from 'vitest';
import type { Session } from '@/shared/session/session';
import { renderPage } from '@/shared/testing/render';
import { answer, HttpResponse, http, refuse, server, signedIn, unreachable } from '@/shared/testing/server';
import type { Incident } from '../queries';
import { IncidentPage } from './IncidentPage';

const known = {
  id: 'i1',
  number: 'H-1044',
  site_id: 'site1',
  category: 'leak',
  severity: 'medium',
  status: 'new',
  unit: { id: 'u1', label: '205' },
  responsible: 'landlord',
  assignee: null,
  due_on: null,
  created_at: '2026-11-24T07:05:00Z',
  closed_at: null,
  occurred_at: '2026-11-24T07:00:00Z',
  site: { id: 'site1', name: 'Bredtvetveien 2' },
  building_note: 'Vannlekkasje er meldt.',
  version: 3,
  entries: [],
  measures: [],
  pictures: [],
} satisfies Partial<Incident>;
const care = {
  ...known,
  view: 'care',
  title: 'Vann på badegulvet',
  description: 'Det drypper.',
  place: null,
  shared_with: ['landlord'],
  from_resident: true,
  reporter: null,
} satisfies Incident;
const building = { ...known, view: 'building' } satisfies Incident;

const staff: Session['permissions'] = [
  'incidents:read',
  'incidents:handle',
  'incidents:edit',
  'incidents:report',
  'parties:read',
];
beforeEach(() => signedIn({ permissions: staff }));
function open(incident: Incident) {
  answer('get', '/v1/incidents/i1', incident as unknown as JsonBodyType);
  return renderPage(<IncidentPage id="i1" />);
}
/** Hears what is sent and answers with the case. */
function hear(path: string, incident: Incident, status = 200) {
  const heard: unknown[] = [];
  server.use(
    http.post(`*${path}`, async ({ request }) => {
      heard.push(await request.json());
      return HttpResponse.json(incident as unknown as JsonBodyType, { status });
    }),
  );
  return heard;
}

test('a note is internal unless somebody chooses otherwise, and each choice says who will read it', async () => {
  const heard = hear('/v1/incidents/i1/entries', care, 201);
  const { user } = open(care);
  await user.type(await screen.findByLabelText('Skriv et notat'), 'Rørlegger er ringt');
  const who = screen.getByRole('group', { name: 'Hvem skal lese dette?' });
  expect(within(who).getByRole('radio', { name: /^Internt/ })).toBeChecked();
  expect(within(who).getByText('Bydelen og utleieren leser det. Beboeren leser det ikke.')).toBeVisible();
  await user.click(within(who).getByRole('radio', { name: /^Beboeren ser dette/ }));
  await user.click(screen.getByRole('button', { name: 'Lagre notat' }));
  await waitFor(() => expect(heard).toEqual([{ body: 'Rørlegger er ringt', audience: 'reporter' }]));
  expect(screen.getByLabelText('Skriv et notat')).toHaveValue('');
});

test('a note that could not be sent stays where it was written', async () => {
  unreachable('post', '/v1/incidents/i1/entries');
  const { user } = open(care);
  await user.type(await screen.findByLabelText('Skriv et notat'), 'Rørlegger er ringt');
  await user.click(screen.getByRole('button', { name: 'Lagre notat' }));
  expect(await screen.findByText('Vi får ikke kontakt med tjenesten')).toBeInTheDocument();
  expect(screen.getByLabelText('Skriv et notat')).toHaveValue('Rørlegger er ringt');
});

test('the landlord reads about the building, writes to the district, and meets no other door', async () => {
  const heard = hear('/v1/incidents/i1/entries', building, 201);
  signedIn({
    audience: 'landlord',
    role: 'operations',
    permissions: ['incidents:read', 'incidents:handle', 'incidents:report'],
  });
  const { user } = open(building);
  expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('H-1044 · Vannlekkasje');
  expect(screen.getByText('Vannlekkasje er meldt.')).toBeInTheDocument();
  for (const name of ['Hvem ser saken', 'Parter'])
    expect(screen.queryByRole('heading', { name })).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Endre det som er meldt' })).not.toBeInTheDocument();
  await user.type(screen.getByLabelText('Skriv et notat'), 'Kommer kl. 12');
  expect(screen.getByText(/Utleieren og bydelen leser det du skriver/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Lagre notat' }));
  await waitFor(() => expect(heard).toEqual([{ body: 'Kommer kl. 12', audience: 'partners' }]));
});

test('taking a new case makes it mine and begins it', async () => {
  const session = { audience: 'landlord', actor_id: 'ola', permissions: staff } as const;
  signedIn(session);
  const mine = { ...building, assignee: { id: 'ola', name: 'Ola' }, version: 4 } satisfies Incident;
  const assigned = hear('/v1/incidents/i1/assign', mine);
  const begun = hear('/v1/incidents/i1/status', { ...mine, status: 'in_progress', version: 5 });
  const { user } = open(building);
  await user.click(await screen.findByRole('button', { name: 'Ta saken' }));
  expect(await screen.findByRole('button', { name: 'Marker som løst' })).toBeInTheDocument();
  expect(assigned).toEqual([{ version: 3, assigned_to: 'ola' }]);
  expect(begun).toEqual([{ version: 4, status: 'in_progress' }]);
});

test('somebody else was first: what changed is shown, my note stays, and I choose', async () => {
  const { user } = open(care);
  await user.click(await screen.findByRole('button', { name: 'Marker som løst' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Status for H-1044' }));
  expect(dialog.getByRole('radio', { name: /^Løst/ })).toBeChecked();
  await user.type(dialog.getByLabelText(/Hva er gjort/), 'Byttet pakning');
  refuse('post', '/v1/incidents/i1/status', 409, { type: 'changed-meanwhile', current_version: 4 });
  const now = { ...care, status: 'waiting', version: 4 } satisfies Incident;
  answer('get', '/v1/incidents/i1', now as unknown as JsonBodyType);
  await user.click(dialog.getByRole('button', { name: 'Lagre' }));
  const clash = within(await dialog.findByRole('group', { name: /Noen andre har lagret/ }));
  expect(clash.getByText('Venter')).toBeInTheDocument();
  expect(clash.getByText('Løst')).toBeInTheDocument();
  expect(dialog.getByLabelText(/Hva er gjort/)).toHaveValue('Byttet pakning');
  const heard = hear('/v1/incidents/i1/status', { ...now, status: 'resolved', version: 5 });
  await user.click(clash.getByRole('button', { name: 'Behold mitt og lagre' }));
  await waitFor(() =>
    expect(heard).toEqual([{ version: 4, status: 'resolved', note: 'Byttet pakning', audience: 'internal' }]),
  );
});

test('opening again what was done asks why', async () => {
  const { user } = open({ ...care, status: 'closed', closed_at: '2026-11-24T09:00:00Z' });
  await user.click(await screen.findByRole('button', { name: 'Endre status' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('radio', { name: /^Under arbeid/ }));
  await user.click(dialog.getByRole('button', { name: 'Lagre' }));
  expect(await dialog.findByLabelText('Hvorfor åpnes den igjen?')).toHaveAccessibleDescription(
    /Skriv hvorfor den åpnes igjen/,
  );
});

test('parties are behind a door: nothing is fetched before it is opened', async () => {
  let opened = 0;
  server.use(
    http.get('*/v1/incidents/i1/parties', () => {
      opened += 1;
      return HttpResponse.json({
        incident_id: 'i1',
        reporter: { id: 'r1', name: 'Robel' },
        items: [],
      });
    }),
  );
  const { user } = open(care);
  const door = await screen.findByRole('button', { name: 'Vis parter' });
  expect(opened).toBe(0);
  await user.click(door);
  expect(await screen.findByRole('link', { name: 'Robel' })).toBeInTheDocument();
  expect(opened).toBe(1);
});

test('what the landlord will read is shown as it is written', async () => {
  const { user } = open({ ...care, shared_with: [], building_note: null });
  await user.click(await screen.findByRole('button', { name: 'Del med utleieren' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByLabelText('Dette leser utleieren'), 'Vann på badet i 205');
  const preview = within(dialog.getByRole('region', { name: 'Slik ser utleieren saken' }));
  expect(preview.getByText('Vann på badet i 205')).toBeInTheDocument();
  expect(preview.queryByText(/Det drypper/)).not.toBeInTheDocument();
});

test('whoever may no longer see the case does not go on reading it', async () => {
  const { queryClient } = open(care);
  await screen.findByText('Det drypper.');
  refuse('get', '/v1/incidents/i1', 404, { type: 'not-found' });
  await queryClient.invalidateQueries();
  await waitFor(() => expect(screen.queryByText('Det drypper.')).not.toBeInTheDocument());
});
