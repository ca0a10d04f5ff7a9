import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { renderPage } from '@/shared/testing/render';
import { HttpResponse, http, server, signedIn } from '@/shared/testing/server';
import { Identifiers } from './Identifiers';

const one = {
  id: 'i1',
  kind: 'dnr',
  masked: '558590 *****',
  source: 'imdi',
  from_day: '2024-01-01',
  until: null,
  check_overridden_because: null,
};
let looks = 0;
beforeEach(() => {
  looks = 0;
  signedIn({ permissions: ['identifiers:read', 'identifiers:write'] });
  server.use(
    http.get('*/v1/residents/r1/identifiers', () => {
      looks++;
      return HttpResponse.json({ items: [one] });
    }),
    http.post('*/v1/residents/r1/identifiers/i1/reveal', () =>
      HttpResponse.json({ kind: 'dnr', value: '55859010082' }),
    ),
  );
});
afterEach(() => vi.useRealTimers());

test('nothing is asked for before the door is opened, and then once', async () => {
  const { user } = renderPage(<Identifiers residentId="r1" />);
  const open = await screen.findByRole('button', { name: /^Åpne/ });
  expect(looks).toBe(0);
  await user.click(open);
  expect(await screen.findByText('558590 *****')).toBeInTheDocument();
  expect(looks).toBe(1);
  expect(screen.queryByText(/10082/)).not.toBeInTheDocument();
});

test('the whole number needs a purpose and is hidden after a minute', async () => {
  const { user } = renderPage(<Identifiers residentId="r1" />);
  await user.click(await screen.findByRole('button', { name: /^Åpne/ }));
  await user.click(await screen.findByRole('button', { name: 'Vis hele: D-nummer' }));
  const show = () => screen.getByRole('button', { name: 'Vis hele' });
  await user.click(show());
  expect(await screen.findByLabelText('Hva skal nummeret brukes til?')).toHaveAccessibleDescription(
    'Velg hva nummeret skal brukes til',
  );
  await user.selectOptions(screen.getByLabelText('Hva skal nummeret brukes til?'), 'bank');
  await user.type(screen.getByLabelText('Kort forklaring'), 'Konto');
  vi.useFakeTimers({ shouldAdvanceTime: true });
  await user.click(show());
  expect(await screen.findByText('558590 10082')).toBeInTheDocument();
  await act(() => vi.advanceTimersByTimeAsync(61_000));
  await waitFor(() => expect(screen.queryByText('558590 10082')).not.toBeInTheDocument());
});

test('doubtful check digits of a DUF number ask why it is right, and only then', async () => {
  let sent: unknown;
  server.use(
    http.post('*/v1/residents/r1/identifiers', async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json(one, { status: 201 });
    }),
  );
  const { user } = renderPage(<Identifiers residentId="r1" />);
  await user.click(await screen.findByRole('button', { name: /^Åpne/ }));
  await user.click(await screen.findByRole('button', { name: 'Legg til nummer' }));
  await user.click(screen.getByLabelText(/^DUF-nummer/));
  await user.type(screen.getByLabelText('Nummer'), '2008 1683 2910');
  expect(screen.queryByLabelText('Hvorfor er nummeret riktig?')).not.toBeInTheDocument();
  await user.clear(screen.getByLabelText('Nummer'));
  await user.type(screen.getByLabelText('Nummer'), '2008 1683 2901');
  await user.selectOptions(screen.getByLabelText('Kilde'), 'document');
  await user.click(screen.getByRole('button', { name: 'Lagre nummer' }));
  expect(await screen.findByLabelText('Hvorfor er nummeret riktig?')).toHaveAccessibleDescription(
    /skriv hvorfor det er riktig/,
  );
  await user.type(screen.getByLabelText('Hvorfor er nummeret riktig?'), 'Står slik på kortet');
  await user.click(screen.getByRole('button', { name: 'Lagre nummer' }));
  await waitFor(() =>
    expect(sent).toMatchObject({
      kind: 'duf',
      value: '200816832901',
      check_overridden_because: 'Står slik på kortet',
    }),
  );
});
