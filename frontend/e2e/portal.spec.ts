import { expect, test } from '@playwright/test';
import { lookAs, residentLooks, visit } from './support/app';
import { audit } from './support/audit';
import { reportAs, signInAsResident, staffApi } from './support/resident';

const picture = {
  name: 'leak.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAABAAAAAMCAIAAADkharWAAAAF0lEQVR4nGOM6lnFQApgIkn1qIYRpAEAsVkBqKGvvw4AAAAASUVORK5CYII=',
    'base64',
  ),
};

const people = ['Parwana', 'Liudmyla', 'Selam', 'Solomiia'];
for (const [i, look] of residentLooks.entries())
  test(`a resident's own pages stand the audit at ${look.name}`, async ({ page, baseURL }) => {
    test.slow();
    await lookAs(page, look);
    await signInAsResident(page, baseURL, people[i] ?? '');
    await reportAs(page);
    for (const path of ['/', '/folk', '/meld', '/meldinger', '/mine-data']) {
      await visit(page, path);
      await audit(page);
    }
    await visit(page, '/meldinger');
    await page.locator('.report a').first().click();
    await expect(page).toHaveURL(/meldinger\/./);
    await expect(page.locator('.descriptions')).toBeVisible();
    await audit(page);
  });

test('a report with a picture, an answer from the district, and the resident answers back', async ({
  page,
  baseURL,
}) => {
  await lookAs(page, { width: 390 });
  await signInAsResident(page, baseURL, 'Liban');
  await visit(page, '/');
  await page.getByRole('link', { name: /Meld et problem/ }).click();
  await page.getByText('Det er kaldt').click();
  await page.getByText('I min leilighet').click();
  await page.getByText('Nei', { exact: true }).click();
  const words = `Ovnen er kald ${Date.now()}`;
  await page.getByLabel(/Fortell mer/).fill(words);
  await page.locator('input[type=file]').setInputFiles(picture);
  await expect(page.getByRole('img', { name: 'Bilde 1' })).toBeVisible();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByText('Vi har fått meldingen din.')).toBeVisible();
  const number = (await page.locator('.sent-line bdi').textContent()) ?? '';

  await page.getByRole('link', { name: 'Se mine meldinger' }).click();
  await page.locator('.report').filter({ hasText: number }).getByRole('link').click();
  await expect(page.getByText(words)).toBeVisible();
  await expect(page.getByRole('img', { name: 'Bilde 1' })).toBeVisible();
  const id = page.url().split('/').pop() ?? '';

  const { api, headers } = await staffApi(baseURL, 'ingrid');
  const answered = await api.post(`/v1/incidents/${id}/entries`, {
    headers,
    data: { audience: 'reporter', body: 'Vi kommer klokka ti.' },
  });
  expect(answered.ok(), await answered.text()).toBe(true);
  await api.dispose();
  await page.reload();
  await expect(page.getByText('Vi kommer klokka ti.')).toBeVisible();

  await page.getByLabel('Skriv et svar').fill('Takk, jeg er hjemme.');
  await page.getByRole('button', { name: 'Send svar' }).click();
  await expect(page.locator('.messages').getByText('Takk, jeg er hjemme.')).toBeVisible();
  await expect(page.getByLabel('Skriv et svar')).toHaveValue('');
});

test('somebody is in danger: whom to ring comes before everything else', async ({ page, baseURL }) => {
  await lookAs(page, { width: 390 });
  await signInAsResident(page, baseURL, 'Luwam');
  await visit(page, '/meld');
  await page.getByText('Røyk', { exact: true }).click();
  await page.getByText('Et sted for alle').click();
  await page.getByText('Ja', { exact: true }).click();
  await expect(page.getByRole('link', { name: /113/ })).toHaveAttribute('href', 'tel:113');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const ring = page.getByRole('region', { name: 'Ring nå' });
  await expect(ring.getByRole('link').first()).toBeInViewport();
  await audit(page);
});

test('without network the report waits on the phone, and is sent once when the network is back', async ({
  page,
  baseURL,
}) => {
  await lookAs(page, { width: 390 });
  await signInAsResident(page, baseURL, 'Vadym');
  await visit(page, '/meld');
  const words = `Uten nett ${Date.now()}`;
  await page.getByText('Søppel', { exact: true }).click();
  await page.getByText('Et sted for alle').click();
  await page.getByText('Nei', { exact: true }).click();
  await page.getByLabel(/Fortell mer/).fill(words);
  await page.locator('input[type=file]').setInputFiles(picture);
  await expect(page.getByRole('img', { name: 'Bilde 1' })).toBeVisible();
  // the server gets the report, the phone never hears of it
  let got = 0;
  const reports = /\/v1\/portal\/incidents$/;
  await page.route(reports, async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    if (got++ === 0) await route.fetch();
    await route.abort('failed');
  });
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByText(/Meldingen sendes av seg selv/)).toBeVisible();
  await page.getByRole('link', { name: 'Se mine meldinger' }).click();
  const waiting = page.getByRole('region', { name: 'Ikke sendt ennå' });
  await expect(waiting.getByText(words)).toBeVisible();
  await expect(waiting.getByRole('img', { name: 'Bilde 1' })).toBeVisible();
  await audit(page);

  await page.unroute(reports);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect(waiting).toHaveCount(0);
  await page.locator('.report a').first().click();
  await expect(page.getByText(words)).toBeVisible();
  await expect(page.getByRole('img', { name: 'Bilde 1' })).toBeVisible();
  const list = (await (await page.request.get('/v1/portal/incidents?limit=20')).json()) as {
    items: { id: string }[];
  };
  const all = await Promise.all(
    list.items.map(async ({ id }) => (await page.request.get(`/v1/portal/incidents/${id}`)).text()),
  );
  expect(all.filter((one) => one.includes(words))).toHaveLength(1);
});

test('who has looked is told, and the phone is signed out', async ({ page, baseURL }) => {
  await lookAs(page, { width: 390 });
  await signInAsResident(page, baseURL, 'Hala');
  await visit(page, '/mine-data');
  await expect(page.getByText('Så deg i listen over beboere').first()).toBeVisible();
  await expect(page.getByText('Boligkontor · Bydel Bjerke').first()).toBeVisible();
  await page.getByRole('button', { name: 'Logg ut denne telefonen' }).click();
  await audit(page);
  await page.getByRole('button', { name: 'Logg ut', exact: true }).click();
  await expect(page).toHaveURL(/aktiver/);
  expect((await page.request.get('/v1/portal/my-data')).status()).toBe(401);
});

test('a newcomer to the demo finds a code on the page', async ({ page }) => {
  await lookAs(page, { width: 390 });
  await visit(page, '/aktiver');
  await page
    .getByRole('button', { name: /Fyll inn DEMN/ })
    .first()
    .click();
  await expect(page.getByLabel('De fire første tegnene')).toHaveValue('DEMN');
  await audit(page);
});
