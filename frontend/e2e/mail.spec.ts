import { expect, test } from '@playwright/test';
import { lookAs, signInAs, staffLooks, visit } from './support/app';
import { audit } from './support/audit';

test('a house that sends no e-mail says so where staff would choose it', async ({ page }) => {
  await lookAs(page, {});
  await signInAs(page, 'nav_advisor');
  await visit(page, '/ansatt');
  await page.getByRole('button', { name: /Kristin|Bjørn/ }).click();
  await page.getByRole('link', { name: 'Varsler på e-post' }).click();
  await expect(page.getByText('Bomiljø sender ikke e-post her.')).toBeVisible();
  await audit(page);
});

for (const look of staffLooks)
  test(`the choice of e-mail stands in ${look.name}`, async ({ page }) => {
    await lookAs(page, look);
    await signInAs(page, 'housing_office');
    await visit(page, '/ansatt/epost');
    await audit(page);
  });
