import { expect, test } from '@playwright/test';
import { lookAs, signInAs, staffLooks, visit } from './support/app';
import { audit } from './support/audit';

for (const look of staffLooks)
  for (const [name, path] of [
    ['changes', '/ansatt/logg'],
    ['looks', '/ansatt/logg?tab=disclosures'],
  ] as const)
    test(`the log of ${name} stands the audit at ${look.name}`, async ({ page }) => {
      await lookAs(page, look);
      await signInAs(page, 'dpo');
      await visit(page, path);
      await expect(page.getByRole('navigation', { name: 'Hvilken logg' })).toBeVisible();
      await audit(page);
    });

test('a look at a person stands in the log in plain words, and is found by who and where', async ({
  page,
}) => {
  await signInAs(page, 'env_worker');
  const people = (await (await page.request.get('/v1/residents?limit=1')).json()) as {
    items: { id: string }[];
  };
  await page.request.get(`/v1/residents/${people.items[0]?.id}`);
  await page.request.post('/v1/auth/sign-out');

  await signInAs(page, 'dpo');
  await visit(page, '/ansatt/');
  await page
    .getByRole('navigation', { name: 'Hovedmeny' })
    .getByRole('link', { name: 'Innsyn og logg' })
    .click();
  await page.getByRole('link', { name: 'Oppslag' }).click();
  await expect(page).toHaveURL(/tab=disclosures/);
  const table = page.getByRole('table', { name: 'Oppslag' });
  await expect(table.getByText('Så siden til en beboer').first()).toBeVisible();
  await page.getByRole('combobox', { name: 'Hva de så' }).selectOption('residents.detail');
  await expect(page).toHaveURL(/page=residents\.detail/);
  await expect(table.getByText('Så en enhet')).toHaveCount(0);
  await page.getByRole('combobox', { name: 'Hvem' }).selectOption({ label: 'Ingrid Solvang' });
  await expect(table.getByRole('row').nth(1)).toContainText('Ingrid Solvang');
  await page.getByRole('textbox', { name: /^Fra/ }).fill('01.01.2099');
  await expect(page.getByText('Ingen linjer passer')).toBeVisible();
  await page.getByRole('button', { name: 'Nullstill' }).click();
  await expect(table.getByRole('row').nth(1)).toBeVisible();
});

test('the manager reads the changes of one unit, and not whose data was shown', async ({ page }) => {
  await signInAs(page, 'manager');
  const found = (await (await page.request.get('/v1/units?limit=1')).json()) as { items: { id: string }[] };
  await visit(page, `/ansatt/bygget/${found.items[0]?.id}`);
  await page.getByRole('link', { name: 'Se endringsloggen for enheten' }).click();
  await expect(page).toHaveURL(/row=/);
  await expect(page.getByRole('table', { name: 'Endringer' }).getByText(/^La inn en enhet/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Oppslag' })).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'Bare én post' }).click();
  await expect(page).not.toHaveURL(/row=/);
  await page.getByRole('combobox', { name: 'Hva' }).selectOption('tenancies');
  await expect(
    page.getByRole('table').getByRole('link', { name: 'Åpne et leieforhold' }).first(),
  ).toBeVisible();
});

test('more lines come with one press, and none twice', async ({ page }) => {
  await signInAs(page, 'dpo');
  await visit(page, '/ansatt/logg');
  const rows = page.getByRole('table').getByRole('row');
  await expect(rows).toHaveCount(51);
  await page.getByRole('button', { name: 'Vis flere' }).click();
  await expect(rows).toHaveCount(101);
});

test('whoever has no business in the logs is told so', async ({ page }) => {
  await signInAs(page, 'env_worker');
  await visit(page, '/ansatt/logg');
  await expect(page.getByText('Loggene er ikke en del av rollen din')).toBeVisible();
});

for (const look of staffLooks)
  test(`what leaves the house stands the audit at ${look.name}`, async ({ page }) => {
    await lookAs(page, look);
    await signInAs(page, 'manager');
    for (const path of ['/ansatt/utsendinger', '/ansatt/utsendinger?state=dead']) {
      await visit(page, path);
      await audit(page);
    }
  });
