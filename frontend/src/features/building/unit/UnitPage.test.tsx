import { screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { sessionQuery } from '@/shared/session/session';
import { renderPage } from '@/shared/testing/render';
import { answer, HttpResponse, http, refuse, server, session } from '@/shared/testing/server';
import { UnitPage } from './UnitPage';
import type { UnitSearch } from './unitSearch';

const care = {
  id: 'u1',
  site_id: 'site1',
  label: '305',
  dwelling_number: 'H0305',
  part: 'main',
  floor: 3,
  position: 5,
  capacity: 1,
  accessibility: ['step_free'],
  use: 'dwelling',
  state: 'vacant',
  version: 1,
  view: 'care',
  blocked_reason: null,
  blocked_from: null,
  blocked_until: null,
} as const;
const life = [
  { kind: 'incident', day: '2026-11-15', until: null, code: 'leak', text: 'H-1028', link_id: 'i1' },
  {
    kind: 'tenancy',
    day: '2024-01-09',
    until: '2026-11-16',
    code: 'internal_transfer',
    text: null,
    link_id: 't1',
  },
  { kind: 'use', day: '2023-12-01', until: '2024-06-01', code: 'office', text: 'Vaktrom', link_id: null },
];

function Page() {
  const [search, setSearch] = useState<UnitSearch>({});
  return (
    <UnitPage
      unitId="u1"
      search={search}
      onSearch={(change) => setSearch({ ...search, ...change })}
      back={null}
      report={null}
      log={null}
    />
  );
}
async function open(unit: object = care, permissions: readonly string[] = ['units:read', 'units:write']) {
  answer('get', '/v1/session', { ...session(), permissions });
  answer('get', '/v1/units/u1', { ...unit });
  answer('get', '/v1/units/u1/life', { items: life });
  const page = renderPage(<Page />);
  void page.queryClient.prefetchQuery(sessionQuery);
  await screen.findByRole('heading', { level: 1, name: 'Leilighet 305' });
  return page;
}
async function choose(user: Awaited<ReturnType<typeof open>>['user'], action: string) {
  await user.click(screen.getByRole('button', { name: 'Endre enheten' }));
  await user.click(screen.getByRole('button', { name: action }));
  return within(await screen.findByRole('dialog'));
}

test('the life is told newest first, in words, and narrowed by kind', async () => {
  const { user } = await open();
  const list = await screen.findByRole('list', { name: 'Hva som har skjedd her' });
  const items = within(list).getAllByRole('listitem');
  expect(items.map((i) => i.textContent)).toEqual([
    expect.stringMatching(/Vannlekkasje.*Åpen.*H-1028.*15\.11\.2026/),
    expect.stringMatching(
      /Leieforhold.*09\.01\.2024.*Flyttet ut 16\.11\.2026: flyttet til en annen leilighet/,
    ),
    expect.stringMatching(/Ble brukt som kontor.*Til og med 31\.05\.2024.*Vaktrom/),
  ]);
  expect(within(list).getByRole('link', { name: 'Vannlekkasje' })).toHaveAttribute('href', '/hendelser/i1');
  await user.click(screen.getByRole('button', { name: 'Bruk 1' }));
  expect(within(list).getAllByRole('listitem')).toHaveLength(1);
});

test('who may only read is offered nothing to change', async () => {
  await open({ ...care, view: 'plain' }, ['units:read']);
  expect(screen.queryByRole('button', { name: 'Endre enheten' })).not.toBeInTheDocument();
});

test('a block needs a reason and cannot end before it begins', async () => {
  const { user } = await open();
  const dialog = await choose(user, 'Sperr enheten');
  await user.type(dialog.getByLabelText(/^Til og med/), '01.01.2020');
  await user.click(dialog.getByRole('button', { name: 'Sperr enheten' }));
  expect(dialog.getByLabelText('Hvorfor')).toHaveAccessibleDescription(/Skriv hvorfor/);
  await user.type(dialog.getByLabelText('Hvorfor'), 'Vannskade');
  await user.click(dialog.getByRole('button', { name: 'Sperr enheten' }));
  expect(dialog.getByLabelText(/^Til og med/)).toHaveAccessibleDescription(
    /Siste dag kan ikke være før første dag/,
  );
});

test('the use of a flat that is let stays, said at the field, and what was typed is still there', async () => {
  refuse('post', '/v1/units/u1/change-use', 409, {
    type: 'unit-is-let',
    errors: [{ field: 'use', code: 'unit-is-let', message: 'no' }],
  });
  const { user } = await open();
  const dialog = await choose(user, 'Endre bruken');
  expect(dialog.queryByRole('radio', { name: 'Leilighet' })).not.toBeInTheDocument();
  await user.click(dialog.getByRole('radio', { name: 'Kontor' }));
  await user.type(dialog.getByLabelText('Hvorfor'), 'Trenger et kontor');
  await user.click(dialog.getByRole('button', { name: 'Endre bruken' }));
  await waitFor(() =>
    expect(dialog.getByRole('group', { name: 'Ny bruk' })).toHaveAccessibleDescription(
      /Noen bor her, eller skal/,
    ),
  );
  expect(dialog.getByLabelText('Hvorfor')).toHaveValue('Trenger et kontor');
});

test('when somebody else was first, both texts are shown and mine can be kept', async () => {
  const sent: unknown[] = [];
  const { user } = await open();
  const dialog = await choose(user, 'Rediger opplysninger');
  server.use(
    http.patch('*/v1/units/u1', async ({ request }) => {
      const given = (await request.json()) as { version: number };
      sent.push(given);
      return given.version === 1
        ? HttpResponse.json({ type: '/problems/changed-meanwhile', status: 409, errors: [] }, { status: 409 })
        : HttpResponse.json({ ...care, version: 3, capacity: 2, dwelling_number: 'H0304' });
    }),
  );
  answer('get', '/v1/units/u1', { ...care, version: 2, dwelling_number: 'H0304' });
  await user.clear(dialog.getByLabelText('Plasser'));
  await user.type(dialog.getByLabelText('Plasser'), '2');
  await user.click(dialog.getByRole('button', { name: 'Lagre' }));
  const clash = await dialog.findByRole('group', { name: /Noen andre har lagret/ });
  expect(clash).toHaveTextContent(/Bruksenhetsnummer.*H0304.*H0305/);
  await user.click(within(clash).getByRole('button', { name: 'Behold mitt og lagre' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(sent).toEqual([
    { version: 1, dwelling_number: 'H0305', capacity: 2, accessibility: ['step_free'], state: 'vacant' },
    { version: 2, dwelling_number: 'H0304', capacity: 2, accessibility: ['step_free'], state: 'vacant' },
  ]);
});

test('a number in the wrong form is told with an example; a lived-in flat keeps its state', async () => {
  const { user } = await open({ ...care, state: 'reserved' });
  const dialog = await choose(user, 'Rediger opplysninger');
  expect(dialog.queryByRole('group', { name: 'Tilstand' })).not.toBeInTheDocument();
  const number = dialog.getByLabelText(/^Bruksenhetsnummer/);
  await user.clear(number);
  await user.type(number, '305');
  await user.click(dialog.getByRole('button', { name: 'Lagre' }));
  expect(number).toHaveAccessibleDescription(/Skriv H, K, U eller L og fire tall/);
});
