import { useInfiniteQuery } from '@tanstack/react-query';
import { screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { keyset, type Page } from '@/shared/api/keyset';
import { NetworkError } from '@/shared/api/problem';
import { renderPage } from '@/shared/testing/render';
import { DataList } from './DataList';
import { FilterBar, FilterSelect, FilterText } from './FilterBar';
import { EmptyState } from './states';

interface Row {
  id: string;
  title: string;
}
type Fetch = (cursor: string | undefined) => Promise<Page<Row>>;

function Example({ fetchPage }: { fetchPage: Fetch }) {
  const [sort, setSort] = useState('title');
  const query = useInfiniteQuery(keyset<Row>(['get', '/v1/things', sort], fetchPage));
  return (
    <DataList
      label="Ting"
      query={query}
      columns={[{ key: 'title', header: 'Tittel', sort: 'title', cell: (r) => r.title }]}
      rowKey={(r) => r.id}
      card={(r) => r.title}
      empty={<EmptyState title="Ingen ting" hint="Legg til den første" />}
      sort={sort}
      onSort={setSort}
    />
  );
}
const rows = () => within(screen.getByRole('table')).getAllByRole('row').slice(1);

test('more rows are fetched by the cursor, and how many are shown is said', async () => {
  const fetchPage = vi.fn<Fetch>(async (cursor) =>
    cursor
      ? { items: [{ id: '2', title: 'B' }], next: null }
      : { items: [{ id: '1', title: 'A' }], next: 'c1' },
  );
  const { user } = renderPage(<Example fetchPage={fetchPage} />);
  await screen.findByRole('table', { name: 'Ting' });
  await user.click(screen.getByRole('button', { name: 'Vis flere' }));
  await waitFor(() => expect(rows()).toHaveLength(2));
  expect(fetchPage.mock.calls.map(([c]) => c)).toEqual([undefined, 'c1']);
  expect(screen.getByText('Viser 2')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Vis flere' })).not.toBeInTheDocument();
});

test('a header sorts upwards and then downwards', async () => {
  const { user } = renderPage(
    <Example fetchPage={async () => ({ items: [{ id: '1', title: 'A' }], next: null })} />,
  );
  const header = await screen.findByRole('columnheader', { name: 'Tittel' });
  expect(header).toHaveAttribute('aria-sort', 'ascending');
  await user.click(within(header).getByRole('button'));
  await waitFor(() =>
    expect(screen.getByRole('columnheader', { name: 'Tittel' })).toHaveAttribute('aria-sort', 'descending'),
  );
});

test('nothing found says what to do; no network says so and tries again', async () => {
  const { user } = renderPage(<Example fetchPage={async () => ({ items: [], next: null })} />);
  expect(await screen.findByText('Legg til den første')).toBeInTheDocument();
  let down = true;
  renderPage(
    <Example
      fetchPage={async () => {
        if (down) throw new NetworkError('no');
        return { items: [{ id: '1', title: 'A' }], next: null };
      }}
    />,
  );
  await screen.findByText('Vi får ikke kontakt med tjenesten');
  down = false;
  await user.click(screen.getByRole('button', { name: 'Prøv igjen' }));
  expect(await screen.findByRole('table')).toBeInTheDocument();
});

test('filters tell what is set and are cleared together', async () => {
  const change = vi.fn();
  function Bar() {
    const [q, setQ] = useState<string | undefined>('lekkasje');
    return (
      <FilterBar active={q ? 1 : 0} onClear={() => setQ(undefined)}>
        <FilterText label="Søk i listen" value={q} onChange={setQ} />
        <FilterSelect
          label="Status"
          value={undefined}
          options={[{ value: 'new', label: 'Ny' }]}
          onChange={change}
        />
      </FilterBar>
    );
  }
  const { user } = renderPage(<Bar />);
  expect(await screen.findByLabelText('Søk i listen')).toHaveValue('lekkasje');
  await user.selectOptions(screen.getByLabelText('Status'), 'new');
  expect(change).toHaveBeenCalledWith('new');
  await user.click(screen.getByRole('button', { name: 'Nullstill' }));
  await waitFor(() => expect(screen.getByLabelText('Søk i listen')).toHaveValue(''));
  expect(screen.queryByRole('button', { name: 'Nullstill' })).not.toBeInTheDocument();
});
