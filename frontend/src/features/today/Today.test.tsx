import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderPage } from '@/shared/testing/render';
import { answer, refuse } from '@/shared/testing/server';
import { Today } from './Today';

const line = {
  kind: 'incident.unowned',
  about: { number: 'H-1042', category: 'leak', unit: '' },
  title: 'Vann lekker' as string | null,
  at: '2026-11-01T10:00:00Z',
  day: '2026-11-20',
  severity: 'serious',
  overdue: true,
  link: { to: 'incident', id: 'i1' } as { to: string; id: string } | null,
};
const today = (sections: { key: string; lines: unknown[] }[]) =>
  answer('get', '/v1/today', { day: '2026-11-24', at: '2026-11-24T08:00:00Z', sections });

test('a line says what it is, how grave, when it is due, and leads there', async () => {
  today([
    { key: 'mine', lines: [line] },
    { key: 'leaving', lines: [] },
  ]);
  renderPage(<Today />);
  expect(await screen.findByRole('heading', { name: 'Venter på meg' })).toBeInTheDocument();
  const item = within(screen.getByRole('listitem'));
  expect(item.getByRole('link', { name: 'Vann lekker' })).toHaveAttribute('href', '/hendelser/i1');
  expect(item.getByText('Ingen har tatt den · H-1042 · Vannlekkasje')).toBeInTheDocument();
  expect(item.getByText('Alvorlig')).toBeInTheDocument();
  expect(item.getByText('Over frist')).toBeInTheDocument();
  expect(item.getByText('20.11.2026')).toBeInTheDocument();
  expect(screen.queryByRole('heading', { name: 'Flytter ut' })).not.toBeInTheDocument();
});

test('a line without a title of its own is its sentence', async () => {
  const moving = {
    ...line,
    kind: 'tenancy.move_in',
    about: { unit: '204' },
    title: null,
    severity: null,
    overdue: false,
  };
  today([{ key: 'arriving', lines: [moving] }]);
  renderPage(<Today />);
  expect(await screen.findByRole('link', { name: 'Flytter inn i 204' })).toBeInTheDocument();
});

test('an empty day and a failing one are told apart', async () => {
  today([]);
  renderPage(<Today />);
  expect(await screen.findByText('Ingenting venter på deg nå')).toBeInTheDocument();
});

test('without access it says so', async () => {
  refuse('get', '/v1/today', 403, { type: 'forbidden' });
  renderPage(<Today />);
  expect(await screen.findByText('Du har ikke tilgang til dette')).toBeInTheDocument();
});
