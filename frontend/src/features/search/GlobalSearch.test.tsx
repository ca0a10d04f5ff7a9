import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderPage } from '@/shared/testing/render';
import { answer, HttpResponse, http, server } from '@/shared/testing/server';
import { GlobalSearch } from './GlobalSearch';

const found = {
  groups: [
    {
      key: 'residents',
      hits: [{ title: 'Oleksandr', detail: 'settled', link: { to: 'resident', id: 'r1' } }],
    },
    { key: 'units', hits: [] },
    {
      key: 'incidents',
      hits: [{ title: 'H-1042 Lekkasje', detail: '204', link: { to: 'incident', id: 'i1' } }],
    },
  ],
};

test('hits stand in groups, and the keyboard walks through them and opens one', async () => {
  answer('post', '/v1/search', found);
  const { user, where } = renderPage(<GlobalSearch shortcut />);
  await screen.findByRole('combobox');
  await user.keyboard('/');
  expect(screen.getByRole('combobox')).toHaveFocus();
  await user.keyboard('le');
  const people = await screen.findByRole('group', { name: 'Beboere' });
  expect(within(people).getByRole('option')).toHaveTextContent('Oleksandr');
  expect(within(people).getByRole('option')).toHaveTextContent('Bosatt');
  expect(screen.queryByRole('group', { name: 'Enheter' })).not.toBeInTheDocument();
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(screen.getByRole('option', { selected: true })).toHaveTextContent('H-1042 Lekkasje');
  await user.keyboard('{Enter}');
  await waitFor(() => expect(where()).toBe('/hendelser/i1'));
  expect(screen.getByRole('combobox')).toHaveValue('');
});

test('what is typed goes in the body, and only from two letters', async () => {
  const asked: unknown[] = [];
  server.use(
    http.post('*/v1/search', async ({ request }) => {
      asked.push(await request.json());
      return HttpResponse.json({ groups: [] });
    }),
  );
  const { user } = renderPage(<GlobalSearch />);
  await user.type(await screen.findByRole('combobox'), 'a');
  await new Promise((r) => setTimeout(r, 350));
  expect(asked).toEqual([]);
  await user.type(screen.getByRole('combobox'), 'b');
  expect(await screen.findByText(/Ingen treff på «ab»/)).toBeInTheDocument();
  expect(asked).toEqual([{ q: 'ab' }]);
});

test('the slash may be written in a field', async () => {
  const { user } = renderPage(
    <>
      <label>
        Notat <input />
      </label>
      <GlobalSearch shortcut />
    </>,
  );
  await user.type(await screen.findByLabelText('Notat'), 'a/b');
  expect(screen.getByLabelText('Notat')).toHaveValue('a/b');
});
