import { screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderPage } from '@/shared/testing/render';
import { answer, session } from '@/shared/testing/server';
import type { Alternative, BoardData, FreeUnit, HouseholdCard } from './queries';
import { Units } from './Units';

const flat = (id: string, label: string, site_id: string): FreeUnit => ({
  id,
  site_id,
  label,
  floor: 1,
  capacity: 1,
  accessibility: ['step_free'],
  state: 'vacant',
  free_from: null,
  neighbours: [],
});
const household: HouseholdCard = {
  id: 'h1',
  waits: true,
  ref: '7',
  request_id: 'r1',
  request_reference: 'Liste',
  kind: 'single',
  size: 1,
  age_bands: ['25_39'],
  languages: ['uk'],
  requirements: [],
  support: 'none',
  planned_on: null,
  version: 1,
};
const data: BoardData = {
  site_id: 'site1',
  households: [household],
  units: [flat('u1', '101', 'site1')],
  elsewhere: [flat('u2', '101', 'site2'), flat('u3', '102', 'site2')],
  before: [],
  helpers: [],
  bands: [],
  bands_version: 0,
  alternatives: [],
};
const plan: Alternative = {
  id: 'a1',
  name: 'Plan',
  note: null,
  made_by: 'Yusuf Demir',
  created_at: '2026-11-28T08:00:00Z',
  chosen_at: null,
  chosen_by: null,
  chosen_because: null,
  committed_at: null,
  version: 1,
  placed: [],
  after: [],
  helpers: [],
  warnings: [],
};
const sites = [
  { id: 'site1', name: 'Prøveveien 2' },
  { id: 'site2', name: 'Andreveien 4' },
];
function open(shown: Alternative, hold?: HouseholdCard, onPut = vi.fn()) {
  answer('get', '/v1/session', session({ sites }));
  answer('get', '/v1/languages', { items: [] });
  return renderPage(<Units data={data} shown={shown} hold={hold} onPut={onPut} />);
}

test('flats elsewhere stand closed in a group with their site, and are named with it', async () => {
  const put = vi.fn();
  const { user } = open(plan, household, put);
  const group = await screen.findByText('Andre steder: Andreveien 4, 2 ledige');
  expect(group.closest('details')?.open).toBe(false);
  await user.click(group);
  const there = screen.getByRole('article', { name: 'Leilighet 101, Andreveien 4' });
  await user.click(within(there).getByRole('button', { name: /Plasser her/ }));
  expect(put).toHaveBeenCalledWith('h1', 'u2');
  expect(screen.getByRole('article', { name: 'Leilighet 101' })).toBeInTheDocument();
});

test('a group where the plan has placed somebody is open', async () => {
  open({ ...plan, placed: [{ household_id: 'h1', unit_id: 'u3', because: ['none_left_here'] }] });
  const there = await screen.findByRole('article', { name: 'Leilighet 102, Andreveien 4' });
  expect(there.closest('details')?.open).toBe(true);
  expect(there).toHaveTextContent('det er ikke plass til alle her');
});
