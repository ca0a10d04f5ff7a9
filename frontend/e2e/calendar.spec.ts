import { expect, test } from '@playwright/test';
import { lookAs, signInAs, staffLooks, visit } from './support/app';
import { audit } from './support/audit';

for (const look of staffLooks)
  test(`the calendar stands the audit at ${look.name}`, async ({ page }) => {
    test.slow();
    await lookAs(page, look);
    await signInAs(page, 'env_worker');
    for (const path of [
      '/ansatt/kalender',
      '/ansatt/kalender?view=month',
      '/ansatt/kalender?day=2027-03-24',
    ]) {
      await visit(page, path);
      await expect(page.locator('.cal-shown')).toBeVisible();
      await audit(page);
    }
    await page.getByRole('button', { name: 'Dager vi viser' }).click();
    await expect(page.getByRole('checkbox', { name: /Nouruz/ })).toBeVisible();
    await audit(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Abonner' }).click();
    await expect(page.getByRole('textbox', { name: 'Hvor skal den brukes?' })).toBeVisible();
    await audit(page);
  });

test('the week is turned with keys and stands in the address', async ({ page }) => {
  await lookAs(page, {});
  await signInAs(page, 'env_worker');
  await visit(page, '/ansatt/kalender?day=2026-12-30');
  const title = page.locator('.cal-title');
  await expect(title).toContainText('Uke 53');
  await page.keyboard.press('ArrowRight');
  await expect(title).toContainText('Uke 1');
  await expect(page).toHaveURL(/day=2027-01-06/);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(title).toContainText('Uke 52');
  await expect(page.getByRole('region', { name: /25\. desember/ })).toContainText('Første juledag');
  await page.keyboard.press('t');
  await expect(page.locator('.cal-day[data-today="true"]')).toContainText('I dag');
});

test('a month is a table of weeks, from which a week is opened', async ({ page }) => {
  await lookAs(page, {});
  await signInAs(page, 'env_worker');
  await visit(page, '/ansatt/kalender?view=month&day=2027-05-17');
  const table = page.getByRole('table', { name: 'Mai 2027' });
  await expect(table.getByRole('columnheader')).toHaveCount(8);
  await expect(table.getByText('Andre pinsedag')).toBeVisible();
  await expect(table.getByText('Grunnlovsdagen')).toBeVisible();
  await table.getByRole('link', { name: 'Uke 20' }).click();
  await expect(page.locator('.cal-title')).toContainText('Uke 20');
  await page.goBack();
  await expect(table).toBeVisible();
});

test('what is shown can be narrowed, and opens its own page', async ({ page }) => {
  await lookAs(page, {});
  await signInAs(page, 'env_worker');
  await visit(page, '/ansatt/kalender');
  await page.getByRole('combobox', { name: 'Hva' }).selectOption('activities');
  await expect(page).toHaveURL(/room=activities/);
  await expect(page.locator('.cal-entry').first()).toBeVisible();
  await expect(page.locator('.cal-entry:not([data-room="activities"])')).toHaveCount(0);
  await page.locator('.cal-entry a').first().click();
  await expect(page).toHaveURL(/aktiviteter\/./);
});

test('on paper it is the municipality’s week table', async ({ page }) => {
  await lookAs(page, {});
  await signInAs(page, 'env_worker');
  await visit(page, '/ansatt/kalender');
  await page.emulateMedia({ media: 'print' });
  const table = page.getByRole('table', { name: /^Uke \d+/ });
  await expect(table.getByRole('columnheader')).toHaveText(['Uke', 'Dato', 'Aktivitet']);
  await expect(table.getByText(/Språkkafé/)).toBeVisible();
  await expect(page.locator('.cal-week')).toBeHidden();
});

test('an address for another calendar is shown once, read without signing in, and closed', async ({
  page,
  playwright,
  baseURL,
}) => {
  await lookAs(page, { width: 390 });
  await signInAs(page, 'culture');
  await visit(page, '/ansatt/kalender');
  await page.getByRole('button', { name: 'Abonner' }).click();
  await page.getByRole('button', { name: 'Lag adresse' }).click();
  await expect(page.getByRole('group', { name: /Rett opp/ })).toBeVisible();
  await page.getByRole('textbox', { name: 'Hvor skal den brukes?' }).fill('Outlook på jobb');
  await page.getByText('Alt på Bredtvetveien 2').click();
  await page.getByRole('button', { name: 'Lag adresse' }).click();
  const address = (await page.locator('.cal-copy code').textContent()) ?? '';
  await audit(page);
  const anybody = await playwright.request.newContext({ baseURL });
  const path = new URL(address).pathname;
  const text = await (await anybody.get(path)).text();
  expect(text).toContain('BEGIN:VCALENDAR');
  expect(text).toContain('SUMMARY:Aktivitet');
  expect(text).not.toMatch(/Bredtvet|Båttur|Felleshuset/);
  await page.getByRole('button', { name: 'Steng', exact: true }).click();
  await page.getByRole('button', { name: 'Steng', exact: true }).last().click();
  await expect(page.getByText('Adressen er stengt')).toBeVisible();
  expect((await anybody.get(path)).status()).toBe(404);
  await anybody.dispose();
});

test('a day that is switched off is named no more', async ({ page }) => {
  await lookAs(page, {});
  await signInAs(page, 'manager');
  await visit(page, '/ansatt/kalender?day=2027-10-31');
  const sunday = page.getByRole('region', { name: /31\. oktober/ });
  await expect(sunday).toContainText('Halloween');
  await page.getByRole('button', { name: 'Dager vi viser' }).click();
  await page.getByRole('checkbox', { name: /Halloween/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Lukk' }).click();
  await expect(sunday).not.toContainText('Halloween');
});
