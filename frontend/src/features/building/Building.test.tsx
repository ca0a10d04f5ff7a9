import { screen, within } from '@testing-library/react';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { sessionQuery } from '@/shared/session/session';
import { renderPage } from '@/shared/testing/render';
import { answer, refuse, session } from '@/shared/testing/server';
import { Building } from './Building';
import type { BuildingSearch } from './buildingSearch';

const cell = (label: string, position: number, part: object = {}) => ({
  id: `id-${label}`,
  label,
  part: 'main',
  position,
  use: 'dwelling',
  state: 'occupied',
  accessibility: ['step_free'],
  blocked_reason: null,
  blocked_until: null,
  open_incidents: 0,
  worst_severity: null,
  needs_me: false,
  ...part,
});
const drawn = {
  site_id: 'site1',
  dwellings: 5,
  states: { occupied: 3, ready: 1, out_of_use: 1 },
  floors: [
    {
      part: 'main',
      floor: 2,
      cells: [
        cell('201', 1, { open_incidents: 2, worst_severity: 'acute', needs_me: true }),
        cell('202', 2, { state: 'ready', accessibility: ['step_free', 'visual_alarm'] }),
        cell('203', 3, { state: 'out_of_use', blocked_reason: 'Vannskade', blocked_until: '2026-12-11' }),
      ],
    },
    { part: 'main', floor: 1, cells: [cell('101', 1), cell('104', 4, { use: 'office', state: 'ready' })] },
    {
      part: 'common_house',
      floor: 1,
      cells: [cell('Vaskerom', 1, { part: 'common_house', use: 'common_room', state: 'ready' })],
    },
  ],
};

const onSearch = vi.fn<(change: Partial<BuildingSearch>) => void>();
function Page({ first = {} }: { first?: BuildingSearch }) {
  const [search, setSearch] = useState(first);
  const change = (next: Partial<BuildingSearch>) => {
    onSearch(next);
    setSearch({ ...search, ...next });
  };
  return <Building search={search} onSearch={change} />;
}
function open(first?: BuildingSearch) {
  answer('get', '/v1/session', session());
  const page = renderPage(<Page first={first} />);
  void page.queryClient.prefetchQuery(sessionQuery);
  return page;
}

test('the house is drawn from the top floor, and each unit says all about itself', async () => {
  answer('get', '/v1/sites/site1/house', drawn);
  open();
  const main = await screen.findByRole('grid', { name: 'Hovedbygg, Bredtvetveien 2' });
  expect(
    within(main)
      .getAllByRole('rowheader')
      .map((r) => r.textContent),
  ).toEqual(
    expect.arrayContaining([expect.stringContaining('2. etasje'), expect.stringContaining('1. etasje')]),
  );
  const first = within(main).getAllByRole('link')[0];
  expect(first).toHaveAccessibleName(
    /^Leilighet 201: Bebodd.*2\. etasje.*Venter på meg.*2 åpne hendelser, den mest alvorlige er akutt/,
  );
  expect(first).toHaveAttribute('href', '/bygget/id-201');
  expect(
    within(main).getByRole('link', { name: /203.*Ute av bruk.*Sperret til 11\.12\.2026: Vannskade/ }),
  ).toBeInTheDocument();
  expect(within(main).getByRole('link', { name: /202.*Klar.*Synlig brannvarsel/ })).toBeInTheDocument();
  expect(within(main).getByRole('link', { name: /^Kontor 104\. 1\. etasje/ })).toBeInTheDocument();
  const common = screen.getByRole('grid', { name: 'Felleshus' });
  expect(within(common).getByRole('link', { name: /Vaskerom/ })).toBeInTheDocument();
});

test('Tab stops once in a building; arrows go along a storey, and up and down to the nearest', async () => {
  answer('get', '/v1/sites/site1/house', drawn);
  const { user } = open();
  const main = await screen.findByRole('grid', { name: /Hovedbygg/ });
  const links = within(main).getAllByRole('link');
  expect(links.filter((l) => l.tabIndex === 0)).toHaveLength(1);
  links[0]?.focus();
  await user.keyboard('{ArrowRight}{ArrowRight}');
  expect(links[2]).toHaveFocus();
  expect(links.filter((l) => l.tabIndex === 0)).toEqual([links[2]]);
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement).toHaveAccessibleName(/104/);
  await user.keyboard('{Home}');
  expect(document.activeElement).toHaveAccessibleName(/101/);
  await user.keyboard('{ArrowUp}{ArrowLeft}');
  expect(links[0]).toHaveFocus();
  await user.keyboard('{Control>}{End}{/Control}');
  expect(document.activeElement).toHaveAccessibleName(/104/);
});

test('the legend counts, filters by one press and lets go by another', async () => {
  answer('get', '/v1/sites/site1/house', drawn);
  const { user } = open();
  const ready = await screen.findByRole('button', { name: 'Klar 1' });
  await user.click(ready);
  expect(onSearch).toHaveBeenLastCalledWith(expect.objectContaining({ state: 'ready', use: 'dwelling' }));
  expect(ready).toHaveAttribute('aria-pressed', 'true');
  expect(screen.getByText('1 av 6 enheter passer')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: /Leilighet 202/ })).not.toHaveAttribute('data-aside');
  expect(screen.getByRole('link', { name: /Leilighet 201/ })).toHaveAttribute('data-aside');
  await user.click(ready);
  expect(ready).toHaveAttribute('aria-pressed', 'false');
  expect(screen.getByRole('link', { name: /Leilighet 201/ })).not.toHaveAttribute('data-aside');
});

test('a house that cannot be fetched says why', async () => {
  refuse('get', '/v1/sites/site1/house', 403, { type: 'forbidden' });
  open();
  expect(await screen.findByText('Du har ikke tilgang til dette')).toBeInTheDocument();
});
