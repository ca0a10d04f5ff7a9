import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { renderPage } from '@/shared/testing/render';
import { HttpResponse, http, server, signedIn } from '@/shared/testing/server';
import { filterOf, incidentSearch } from '../incidentSearch';
import type { Incident, ListedIncident } from '../queries';
import { Board } from './Board';
import { IncidentTable } from './IncidentTable';

const row = (number: string, part: Partial<ListedIncident> = {}) =>
  ({
    id: number,
    number,
    site_id: 'site1',
    category: 'leak',
    severity: 'medium',
    status: 'new',
    unit: { id: 'u1', label: '205' },
    responsible: 'landlord',
    assignee: null,
    due_on: null,
    created_at: new Date().toISOString(),
    closed_at: null,
    view: 'care',
    title: `Sak ${number}`,
    place: null,
    picture_count: 0,
    ...part,
  }) as ListedIncident;

let rows: ListedIncident[] = [];
beforeEach(() => {
  signedIn({ permissions: ['incidents:read', 'incidents:handle'] });
  server.use(
    http.get('*/v1/incidents', ({ request }) => {
      const status = new URL(request.url).searchParams.getAll('status');
      const items = rows.filter((r) => status.length === 0 || status.includes(r.status));
      return HttpResponse.json({ items, next: null });
    }),
  );
});

test('the address is what is asked; a status of another tab is not', () => {
  const search = incidentSearch.parse({
    tab: 'closed',
    status: 'new',
    severity: 'acute',
    from: '2026-11-01',
  });
  expect(filterOf(search, 's1')).toMatchObject({
    open: false,
    status: undefined,
    severity: ['acute'],
    from_day: '2026-11-01',
    sort: 'newest',
    site_id: 's1',
  });
  expect(filterOf(incidentSearch.parse({ tab: 'mine', sort: 'nonsense' }), undefined)).toMatchObject({
    open: true,
    assigned_to: 'me',
    sort: 'severity',
  });
});

test('a new acute case is told aloud, and no row moves under the mouse', async () => {
  rows = [row('H-1')];
  const { user, queryClient } = renderPage(
    <IncidentTable search={{}} onSearch={() => undefined} empty={null} />,
  );
  const table = within(await screen.findByRole('table', { name: 'Hendelser' }));
  await user.hover(table.getByRole('link', { name: 'Sak H-1' }));
  rows = [row('H-2', { severity: 'acute' }), row('H-1')];
  await queryClient.invalidateQueries({ queryKey: ['get', '/v1/incidents'] });
  const alert = screen.getByRole('alert');
  await waitFor(() => expect(alert).toHaveTextContent('Ny akutt hendelse:H-2 · Sak H-2 · 205'));
  expect(table.queryByRole('link', { name: 'Sak H-2' })).not.toBeInTheDocument();
  await user.unhover(screen.getByRole('table', { name: 'Hendelser' }));
  expect(table.getByRole('link', { name: 'Sak H-2' })).toBeInTheDocument();
  await user.click(within(alert).getByRole('button', { name: 'Lukk' }));
  expect(alert).toBeEmptyDOMElement();
});

test('older ones that «Vis flere» brings are no news', async () => {
  rows = [row('H-2')];
  const { queryClient } = renderPage(<IncidentTable search={{}} onSearch={() => undefined} empty={null} />);
  await screen.findByRole('table');
  rows = [row('H-2'), row('H-1', { severity: 'acute', created_at: '2026-01-01T08:00:00Z' })];
  await queryClient.invalidateQueries({ queryKey: ['get', '/v1/incidents'] });
  expect(await screen.findAllByRole('link', { name: 'Sak H-1' })).not.toHaveLength(0);
  expect(screen.getByRole('alert')).toBeEmptyDOMElement();
});

test('a card is moved by its menu and stays in focus', async () => {
  rows = [row('H-1'), row('H-2', { status: 'waiting' })];
  let sent: unknown;
  server.use(
    http.get('*/v1/incidents/H-1', () =>
      HttpResponse.json({ ...row('H-1'), version: 7 } as unknown as Incident),
    ),
    http.post('*/v1/incidents/H-1/status', async ({ request }) => {
      sent = await request.json();
      rows = [row('H-1', { status: 'waiting' }), row('H-2', { status: 'waiting' })];
      return HttpResponse.json({ ...row('H-1', { status: 'waiting' }), version: 8 } as unknown as Incident);
    }),
  );
  const { user } = renderPage(<Board search={{}} />);
  await user.click(await screen.findByRole('button', { name: 'Flytt H-1 til …' }));
  await user.click(screen.getByRole('button', { name: 'Venter' }));
  const waiting = within(screen.getByRole('region', { name: /^Venter/ }));
  await waitFor(() => expect(waiting.getByRole('link', { name: 'Sak H-1' })).toHaveFocus());
  await waitFor(() => expect(screen.getByText('H-1 er flyttet til Venter')).toBeInTheDocument());
  expect(sent).toEqual({ version: 7, status: 'waiting' });
});

test('a card that somebody else moved first stays where they put it', async () => {
  rows = [row('H-1')];
  server.use(
    http.get('*/v1/incidents/H-1', () => {
      rows = [row('H-1', { status: 'resolved' })];
      return HttpResponse.json({ ...row('H-1', { status: 'resolved' }), version: 7 } as unknown as Incident);
    }),
  );
  const { user } = renderPage(<Board search={{}} />);
  await user.click(await screen.findByRole('button', { name: 'Flytt H-1 til …' }));
  await user.click(screen.getByRole('button', { name: 'Venter' }));
  const done = within(screen.getByRole('region', { name: /^Løst/ }));
  expect(await done.findByRole('link', { name: 'Sak H-1' })).toBeInTheDocument();
});
