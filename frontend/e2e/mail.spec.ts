import { expect, test } from '@playwright/test';
import { lookAs, signInAs, staffLooks, visit } from './support/app';
import { audit } from './support/audit';

test('staff choose whether notifications also come by e-mail', async ({ page }) => {
  await lookAs(page, {});
  await signInAs(page, 'nav_advisor');
  await visit(page, '/ansatt');
  await page.getByRole('button', { name: /Kristin|Bjørn/ }).click();
  await page.getByRole('link', { name: 'Varsler på e-post' }).click();
  await expect(page.getByText('Varslene vises bare i Bomiljø nå.')).toBeVisible();
  await page.getByLabel('E-postadressen din').fill('ikke en adresse');
  await page.getByRole('button', { name: 'Lagre' }).click();
  await expect(page.getByLabel('E-postadressen din')).toHaveAttribute('aria-invalid', 'true');
  await audit(page);
  await page.getByLabel('E-postadressen din').fill('kristin@example.no');
  await page.getByRole('button', { name: 'Lagre' }).click();
  await expect(page.getByText('Varslene går også til kristin@example.no.')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('E-postadressen din')).toHaveValue('kristin@example.no');
  await page.getByLabel('E-postadressen din').fill('');
  await page.getByRole('button', { name: 'Lagre' }).click();
  await expect(page.getByText('Varslene vises bare i Bomiljø nå.')).toBeVisible();
});

for (const look of staffLooks)
  test(`the choice of e-mail stands in ${look.name}`, async ({ page }) => {
    await lookAs(page, look);
    await signInAs(page, 'housing_office');
    await visit(page, '/ansatt/epost');
    await audit(page);
  });
