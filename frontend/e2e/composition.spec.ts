import { expect, test } from '@playwright/test';
import { lookAs, signInAs, staffLooks, visit } from './support/app';
import { audit } from './support/audit';

for (const look of staffLooks)
  test(`the composition of the house is read as figures and columns at ${look.name}`, async ({ page }) => {
    await lookAs(page, look);
    await signInAs(page, 'manager');
    await visit(page, '/ansatt/bosetting');
    await page.getByRole('link', { name: 'Sammensetning' }).click();
    await expect(page.getByText(/\d+ husstander og \d+ personer bor her i dag/)).toBeVisible();
    const ages = page.getByRole('table', { name: 'Alder i dag og for et år siden' });
    await expect(ages.getByRole('row', { name: /60 år og eldre/ })).toContainText('0–30 %');
    await page.locator('summary').click();
    await expect(page.getByRole('region', { name: 'Andelene måned for måned' })).toBeVisible();
    await audit(page);
  });

test('whoever works in the house sees the mix without small numbers', async ({ page }) => {
  await lookAs(page, { width: 390 });
  await signInAs(page, 'env_worker');
  await visit(page, '/ansatt/bosetting/sammensetning');
  await expect(page.getByText('Små tall vises ikke.')).toBeVisible();
  await expect(page.getByRole('cell', { name: 'få' }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Endre grensene' })).toHaveCount(0);
  await audit(page);
});
