import { type Browser, expect, type Page, test } from '@playwright/test';
import { lookAs, signInAs, staffLooks, visit } from './support/app';
import { audit } from './support/audit';

async function signedIn(browser: Browser, role: string, width: 390 | 1440 = 1440): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await lookAs(page, { width });
  await signInAs(page, role);
  return page;
}
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const typedDay = (from: number): string => {
  const [y, m, d] = new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10).split('-');
  return `${d}.${m}.${y}`;
};

test('a leader plans a week, a youth does the day, the leader signs and prints an attest', async ({
  browser,
}) => {
  test.slow();
  const leader = await signedIn(browser, 'crew_leader');
  await visit(leader, '/ansatt/klargjoring/arbeidslag');
  await press(leader, 'Ny uke');
  const dialog = leader.getByRole('dialog');
  await dialog.getByLabel('Navn på uka').fill('Høstferien');
  await dialog.getByRole('textbox', { name: /^Første dag/ }).fill(typedDay(4));
  await dialog.getByRole('textbox', { name: /^Siste dag/ }).fill(typedDay(1));
  await dialog.getByLabel(/^Ungdommer/).fill('Ada Vik\nBo Lund\nCora Dahl');
  await dialog.getByLabel(/^Arbeidsledere/).fill('Linda Strand');
  await dialog.getByRole('button', { name: 'Lag uka' }).click();
  await expect(dialog.getByText(/^Siste dag må komme etter første/).first()).toBeVisible();
  await dialog.getByRole('textbox', { name: /^Siste dag/ }).fill(typedDay(9));
  await dialog.getByRole('button', { name: 'Lag uka' }).click();
  await expect(leader.getByRole('heading', { level: 1 })).toHaveText('Høstferien');
  await press(leader, 'Foreslå plan');
  await dialog.getByRole('button', { name: 'Foreslå plan' }).click();
  await expect(leader.getByText('Planen er laget')).toBeVisible();
  await expect(leader.getByText('Ada Vik, Bo Lund, Cora Dahl').first()).toBeVisible();

  const youth = await signedIn(browser, 'crew', 390);
  await visit(youth, '/ansatt/');
  await expect(youth.getByRole('heading', { level: 1 })).toHaveText('Min dag');
  await expect(youth.getByText('Sammen med Elias Tveit')).toBeVisible();
  await audit(youth);
  await press(youth, 'Ferdig: 207 · Møbler');
  await expect(youth.getByRole('button', { name: 'Ikke ferdig likevel: 207 · Møbler' })).toBeVisible();
  await youth.getByLabel('Fra').fill('8');
  await youth.getByLabel('Til').fill('7');
  await press(youth, 'Lagre timene');
  await expect(youth.getByText('Slutten må komme etter starten').first()).toBeVisible();
  await youth.getByLabel('Til').fill('15.30');
  await press(youth, 'Lagre timene');
  await expect(youth.getByText('7 t', { exact: true })).toBeVisible();
  await youth.getByRole('link', { name: 'Kryss av i 207' }).click();
  await expect(youth.getByRole('heading', { level: 1 })).toContainText('207');

  await visit(leader, '/ansatt/klargjoring/arbeidslag');
  await leader.getByRole('link', { name: 'Arbeidslag: andre uke' }).click();
  await press(leader, 'Kvitter: 207 · Møbler');
  await dialog.getByRole('button', { name: 'Kvitter' }).click();
  await expect(leader.getByText('Kvittert av Linda Strand')).toHaveCount(2);
  await visit(leader, '/ansatt/klargjoring/arbeidslag');
  await leader.getByRole('link', { name: 'Arbeidslag: første uke' }).click();
  const paper = leader.waitForEvent('download');
  await leader.getByRole('link', { name: 'Attest for Hawa Osman' }).click();
  expect((await paper).suggestedFilename()).toBe('attest.pdf');
});

for (const look of staffLooks) {
  test(`weeks, a week and its dialogs stand at ${look.name}`, async ({ page }) => {
    test.slow();
    await lookAs(page, look);
    await signInAs(page, 'crew_leader');
    await visit(page, '/ansatt/klargjoring/arbeidslag');
    await audit(page);
    await page.getByRole('link', { name: 'Arbeidslag: andre uke' }).click();
    await page.getByRole('heading', { name: 'Folk og timer' }).waitFor();
    await audit(page);
    await page
      .getByRole('button', { name: /^Timer for Sofie Bakke/ })
      .first()
      .click();
    await audit(page);
    await press(page, 'Lukk');
    await press(page, 'Endre oppgaven 207 · Bad');
    await audit(page);
    await visit(page, '/ansatt/');
    await audit(page);
  });
}
