import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderPage } from '@/shared/testing/render';
import { answer } from '@/shared/testing/server';
import { Outbox } from './Outbox';

const mail = {
  id: 'm1',
  channel: 'email',
  state: 'dead',
  attempts: 5,
  created_at: '2026-11-20T10:00:00Z',
  next_try_at: null,
  done_at: '2026-11-21T10:00:00Z',
  problem: 'smtp_550',
};

test('what was given up says why, in words', async () => {
  answer('get', '/v1/outbox', { items: [mail, { ...mail, id: 'm2', problem: 'no_address' }], next: null });
  renderPage(<Outbox search={{ state: undefined }} onSearch={vi.fn()} />);
  expect(await screen.findAllByText('Tjenesten svarte 550')).not.toHaveLength(0);
  expect(screen.getAllByText('Adressen finnes ikke lenger')).not.toHaveLength(0);
  expect(screen.getAllByText('Gitt opp').length).toBeGreaterThan(1);
});
