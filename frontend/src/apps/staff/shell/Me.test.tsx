import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { sessionQuery } from '@/shared/session/session';
import { renderPage } from '@/shared/testing/render';
import { HttpResponse, http, server, session } from '@/shared/testing/server';
import { Me } from './Me';

const memberships = [
  { id: 'm1', role: 'env_worker', district_name: 'Bydel Bjerke', organisation_name: 'Bydel Bjerke' },
  { id: 'm2', role: 'manager', district_name: 'Bydel Bjerke', organisation_name: 'Bydel Bjerke' },
] as const;

function serve() {
  let current = session({ memberships: [...memberships] });
  const calls: string[] = [];
  const empty = () => new HttpResponse(null, { status: 204 });
  server.use(
    http.get('*/v1/session', () => HttpResponse.json(current)),
    http.put('*/v1/session/membership', async ({ request }) => {
      calls.push(JSON.stringify(await request.json()));
      current = { ...current, role: 'manager', membership_id: 'm2' };
      return empty();
    }),
    http.post('*/v1/auth/sign-out', () => (calls.push('out'), empty())),
    http.post('*/v1/auth/sign-out-everywhere', () => (calls.push('everywhere'), empty())),
  );
  return calls;
}

test('who holds two roles changes between them, and nothing seen as the one stays for the other', async () => {
  const calls = serve();
  const done = vi.fn();
  const { user, queryClient } = renderPage(<Me onDone={done} />);
  queryClient.setQueryData(['get', '/v1/today'], 'seen as environment worker');
  await user.selectOptions(await screen.findByLabelText('Jeg arbeider som'), 'm2');
  await waitFor(() => expect(done).toHaveBeenCalledOnce());
  expect(calls).toEqual(['{"membership_id":"m2"}']);
  expect(queryClient.getQueryData(['get', '/v1/today'])).toBeUndefined();
  expect(queryClient.getQueryData(sessionQuery.queryKey)?.role).toBe('manager');
});

test.each([
  ['Logg ut', 'out'],
  ['Logg ut på alle enheter', 'everywhere'],
])('«%s» ends it there, leads to the sign-in page and forgets', async (name, call) => {
  const calls = serve();
  const { user, queryClient, where } = renderPage(<Me onDone={vi.fn()} />);
  await user.click(await screen.findByRole('button', { name }));
  await waitFor(() => expect(where()).toBe('/logg-inn'));
  expect(calls).toEqual([call]);
  expect(queryClient.getQueryData(['get', '/v1/today'])).toBeUndefined();
});
