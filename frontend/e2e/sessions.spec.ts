import { expect, test } from '@playwright/test';
import { lookAs, signInAs, staffLooks, visit } from './support/app';
import { audit } from './support/audit';

for (const look of staffLooks)
  test(`where I am signed in stands the audit at ${look.name}`, async ({ page }) => {
    await lookAs(page, look);
    await signInAs(page, 'culture');
    await visit(page, '/ansatt/okter');
    await audit(page);
  });

test('another place is signed out from here, and at once', async ({ page, browser }) => {
  await signInAs(page, 'housing_procurer');
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await signInAs(other, 'housing_procurer');
  await visit(page, '/ansatt/okter');
  const places = page.getByRole('main').getByRole('listitem');
  await expect(places.filter({ hasText: 'Her du er nå' })).toHaveCount(1);
  const before = await places.count();
  await places.getByRole('button', { name: 'Logg ut' }).first().click();
  await expect(places).toHaveCount(before - 1);
  while ((await places.count()) > 1) {
    const now = await places.count();
    await places.getByRole('button', { name: 'Logg ut' }).first().click();
    await expect(places).toHaveCount(now - 1);
  }
  expect((await other.request.get('/v1/session')).status()).toBe(401);
  expect((await page.request.get('/v1/session')).status()).toBe(200);
  await elsewhere.close();
});
