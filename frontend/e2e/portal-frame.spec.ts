import { expect, test } from '@playwright/test';
import { lookAs, residentLooks, visit } from './support/app';
import { audit } from './support/audit';

for (const look of residentLooks)
  test(`the open pages of the portal stand the audit at ${look.name}`, async ({ page }) => {
    await lookAs(page, look);
    for (const path of ['/', '/nodnumre', '/aktiver']) {
      await visit(page, path);
      await expect(page.locator('html')).toHaveAttribute('dir', look.locale === 'ar' ? 'rtl' : 'ltr');
      await audit(page);
    }
  });

test('the language is chosen in the header and stays', async ({ page }) => {
  await visit(page, '/nodnumre');
  await page.getByRole('combobox', { name: 'Språk' }).selectOption('uk');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Екстрені номери');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Екстрені номери');
});

test('a code from the QR is filled in and leaves the address; a wrong one is told at its place', async ({
  page,
}) => {
  await visit(page, '/aktiver#AAAA-BBBB');
  await expect(page).toHaveURL(/\/aktiver$/);
  await expect(page.getByLabel('De fire siste tegnene')).toHaveValue('BBBB');
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByText(/Koden er feil, brukt eller for gammel/).first()).toBeVisible();
  await expect(page.getByLabel('De fire første tegnene')).toHaveValue('AAAA');
});

test('a pasted code spreads over both boxes', async ({ page }) => {
  await visit(page, '/aktiver');
  await page.getByLabel('De fire første tegnene').fill('k7pm-4qxh');
  await expect(page.getByLabel('De fire første tegnene')).toHaveValue('K7PM');
  await expect(page.getByLabel('De fire siste tegnene')).toHaveValue('4QXH');
});
