import { expect, test } from '@playwright/test';
import { lookAs, signInAs, visit } from './support/app';
import { audit } from './support/audit';

test('search is one key away and stands the audit while open', async ({ page }) => {
  await signInAs(page, 'env_worker');
  await visit(page, '/ansatt/');
  await page.keyboard.press('/');
  await page.keyboard.type('20');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  await audit(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('option')).toHaveCount(0);
});

test('notifications and the own menu open, close with Escape and stand the audit', async ({ page }) => {
  await signInAs(page, 'env_worker');
  await visit(page, '/ansatt/');
  const bell = page.getByRole('button', { name: /^Varsler/ });
  await bell.click();
  await expect(page.getByRole('heading', { name: 'Varsler' })).toBeVisible();
  await audit(page);
  await page.keyboard.press('Escape');
  await expect(bell).toBeFocused();
  await page.locator('.top-me button').click();
  await page.getByLabel('Lyst eller mørkt').selectOption('dark');
  await expect(page.locator('html')).toHaveAttribute('data-color-scheme', 'dark');
  await audit(page);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-color-scheme', 'dark');
});

test('the language of the staff app is chosen and stays', async ({ page }) => {
  await signInAs(page, 'manager');
  await visit(page, '/ansatt/');
  await page.locator('.top-me button').click();
  await page.getByLabel('Språk').selectOption('en');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today');
  await expect(page).toHaveTitle('Today – Bomiljø');
});

for (const role of ['dpo', 'crew', 'property_manager', 'settler'])
  test(`${role} gets a first page and only the places of that role`, async ({ page }) => {
    await signInAs(page, role);
    await visit(page, '/ansatt/');
    await expect(page.getByRole('combobox', { name: /Søk/ })).toHaveCount(
      ['dpo', 'crew'].includes(role) ? 0 : 1,
    );
    await audit(page);
  });

test('the first Tab skips to the content', async ({ page }) => {
  await lookAs(page, { width: 1440 });
  await signInAs(page, 'env_worker');
  await visit(page, '/ansatt/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Hopp til innholdet' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
});
