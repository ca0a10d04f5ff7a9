import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderPage } from '@/shared/testing/render';
import { answer, refuse, session, signedIn, unreachable } from '@/shared/testing/server';
import { EmergencyNumbers } from './EmergencyNumbers';
import { mergeNumbers, national } from './numbers';

test('the national numbers stand there without any network, the gravest first', async () => {
  unreachable('get', '/v1/emergency-numbers');
  unreachable('get', '/v1/session');
  renderPage(<EmergencyNumbers />);
  const links = await screen.findAllByRole('link');
  expect(links.slice(0, 3).map((a) => a.getAttribute('href'))).toEqual(['tel:113', 'tel:112', 'tel:110']);
  expect(screen.getByRole('link', { name: /Legevakt/ })).toHaveTextContent('116 117');
});

test('who lives here is told what to say about the place', async () => {
  answer('get', '/v1/emergency-numbers', { items: [] });
  signedIn(session({ kind: 'resident' }));
  renderPage(<EmergencyNumbers />);
  expect(await screen.findByText(/Si hvor du er: Bredtvetveien 2/)).toBeInTheDocument();
});

test('the server may correct a number and add one of its own', async () => {
  const merged = mergeNumbers(national, [
    { key: 'poison', number: '22591301' },
    { key: 'own', number: '40000000', label: 'Vakt' },
  ]);
  expect(merged.find((n) => n.key === 'poison')?.number).toBe('22591301');
  expect(merged.at(-1)).toMatchObject({ key: 'own', label: 'Vakt' });
  answer('get', '/v1/emergency-numbers', { items: [{ key: 'own', number: '40000000', label: 'Vakt' }] });
  refuse('get', '/v1/session', 401, { type: 'not-signed-in' });
  renderPage(<EmergencyNumbers />);
  expect(await screen.findByRole('link', { name: /Vakt 400 00 000/ })).toBeInTheDocument();
});
