import { expect, test } from '@playwright/test';
import { lookAs, signInAs, staffLooks, visit } from './support/app';
import { audit } from './support/audit';

test('a wrong password is told at its field, a demo account is one press away, and the way leads back', async ({
  page,
}) => {
  await visit(page, '/ansatt/?sted=abc');
  await expect(page).toHaveURL(/logg-inn/);
  await page.getByLabel('Brukernavn').fill('finnes.ikke');
  await page.getByLabel('Passord').fill('feil');
  await page.getByRole('button', { name: 'Logg inn', exact: true }).first().click();
  await expect(page.getByLabel('Passord')).toHaveAccessibleDescription('Feil brukernavn eller passord');
  await expect(page.getByRole('group', { name: 'Rett opp dette før du sender:' })).toBeFocused();
  await expect(page.getByLabel('Brukernavn')).toHaveValue('finnes.ikke');
  await audit(page);
  await page
    .getByRole('button', { name: /^Logg inn som/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'I dag' })).toBeVisible();
  await expect(page).toHaveURL(/\/ansatt\/\?sted=abc$/);
});

test('signing out leads to the sign-in page and the back button shows nothing', async ({ page }) => {
  await signInAs(page, 'env_worker');
  await visit(page, '/ansatt/');
  await page.locator('.top-me button').click();
  await page.getByRole('button', { name: 'Logg ut', exact: true }).click();
  await expect(page).toHaveURL(/\/ansatt\/logg-inn/);
  await page.goBack();
  await expect(page).toHaveURL(/\/ansatt\/logg-inn/);
});

for (const look of staffLooks)
  test(`sign-in, I dag and a missing page stand the audit at ${look.name}`, async ({ page }) => {
    await lookAs(page, look);
    await visit(page, '/ansatt/logg-inn');
    await audit(page);
    await signInAs(page, 'env_worker');
    await visit(page, '/ansatt/');
    await audit(page);
    await visit(page, '/ansatt/finnes-ikke');
    await audit(page);
  });

test('on a phone the menu holds who I am and the way out', async ({ page }) => {
  await lookAs(page, { width: 390 });
  await signInAs(page, 'env_worker');
  await visit(page, '/ansatt/');
  await page.getByRole('button', { name: 'Meny' }).click();
  await expect(page.getByRole('button', { name: 'Logg ut', exact: true })).toBeInViewport();
  await audit(page);
});
