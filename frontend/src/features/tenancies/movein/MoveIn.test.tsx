import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { renderPage } from '@/shared/testing/render';
import { answer, HttpResponse, http, refuse, server, signedIn, unreachable } from '@/shared/testing/server';
import { type Draft, emptyDraft, keepDraft, type Step } from './draft';
import { MoveIn } from './MoveIn';

const person = {
  view: 'case',
  id: 'r1',
  given_name: 'Olena',
  family_name: 'Hemmelig',
  native_name: null,
  status: 'expected',
  household: null,
  home: null,
  helpers: [],
};
const unit = (id: string, label: string, state = 'ready') => ({
  id,
  label,
  state,
  floor: 2,
  capacity: 2,
  accessibility: [],
  site_id: 'site1',
});
const draft: Draft = {
  ...emptyDraft('a1'),
  resident: 'r1',
  unit_id: 'u1',
  from_day: '01.02.2026',
  ground: '9-3',
  contract_ends_on: '31.01.2029',
};
beforeEach(() => {
  sessionStorage.clear();
  signedIn({ permissions: ['tenancies:write', 'residents:write', 'residents:read'] });
  answer('get', '/v1/residents/r1', person);
  answer('get', '/v1/residents', { items: [], next: null });
  answer('get', '/v1/colleagues', { items: [] });
  answer('get', '/v1/units/u1', unit('u1', '204', 'occupied'));
  server.use(
    http.get('*/v1/units', ({ request }) => {
      const state = new URL(request.url).searchParams.get('state');
      return HttpResponse.json({ items: state === 'ready' ? [unit('u2', '205')] : [], next: null });
    }),
  );
});

function At({ first, onDone = vi.fn() }: { first: Step; onDone?: (id: string) => void }) {
  const [step, setStep] = useState(first);
  return (
    <MoveIn
      step={step}
      link={{}}
      onStep={setStep}
      onDone={onDone}
      guests={{ newPerson: () => null, household: () => null }}
    />
  );
}

test('a flat that somebody else got leads back to its step, with the rest as it was', async () => {
  keepDraft(draft);
  refuse('post', '/v1/tenancies/move-in', 409, {
    type: 'unit-is-taken',
    errors: [{ field: 'unit_id', code: 'unit-is-taken', message: 'taken' }],
  });
  const { user } = renderPage(<At first="summary" />);
  await user.click(await screen.findByRole('button', { name: 'Flytt inn' }));
  expect(await screen.findByRole('heading', { name: 'Hvilken leilighet, og når?' })).toHaveFocus();
  expect(screen.getByRole('alert')).toHaveTextContent('Leiligheten er leid ut i denne tiden');
  expect(screen.getByLabelText('Innflyttingsdag')).toHaveValue('01.02.2026');
  await user.click(await screen.findByRole('radio', { name: /205/ }));
  await user.click(screen.getByRole('button', { name: 'Neste' }));
  expect(await screen.findByLabelText('Siste dag i kontrakten')).toHaveValue('31.01.2029');
});

test('without network the summary stays and says so; the second press is the same act', async () => {
  keepDraft(draft);
  unreachable('post', '/v1/tenancies/move-in');
  const done = vi.fn();
  const { user } = renderPage(<At first="summary" onDone={done} />);
  await user.click(await screen.findByRole('button', { name: 'Flytt inn' }));
  expect(await screen.findByText('Vi får ikke kontakt med tjenesten')).toBeInTheDocument();
  const keys: (string | null)[] = [];
  server.use(
    http.post('*/v1/tenancies/move-in', ({ request }) => {
      keys.push(request.headers.get('idempotency-key'));
      return keys.length === 1
        ? HttpResponse.error()
        : HttpResponse.json({ id: 't1', view: 'care', unit_label: '204' }, { status: 201 });
    }),
  );
  await user.click(screen.getByRole('button', { name: 'Flytt inn' }));
  await waitFor(() => expect(keys).toHaveLength(1));
  await user.click(screen.getByRole('button', { name: 'Flytt inn' }));
  await waitFor(() => expect(done).toHaveBeenCalledWith('t1'));
  expect(keys[0]).toBe(keys[1]);
  expect(sessionStorage.getItem('bomiljo.move-in')).toBeNull();
});

test('what is typed in a step is kept by the tab at once, without names', async () => {
  keepDraft({ ...draft, contract_ends_on: '' });
  const { user } = renderPage(<At first="contract" />);
  await user.type(await screen.findByLabelText('Siste dag i kontrakten'), '31.01.2028');
  expect(screen.getByText(/Kortere enn tre år/)).toBeInTheDocument();
  await waitFor(() => expect(sessionStorage.getItem('bomiljo.move-in')).toContain('31.01.2028'));
  expect(Object.values(sessionStorage).join()).not.toMatch(/Olena|Hemmelig/);
});

test('somebody who lives here already is not moved in again', async () => {
  answer('get', '/v1/residents/r1', {
    ...person,
    status: 'settled',
    home: {
      tenancy_id: 't9',
      unit_id: 'u9',
      unit_label: '301',
      from_day: '2024-01-08',
      until: null,
      planned: false,
    },
  });
  keepDraft({ ...draft, unit_id: '' });
  renderPage(<At first="who" />);
  expect(await screen.findByText(/Bor allerede i 301/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Åpne leieforholdet' })).toHaveAttribute('href', '/leieforhold/t9');
  expect(screen.queryByRole('button', { name: 'Neste' })).not.toBeInTheDocument();
});
