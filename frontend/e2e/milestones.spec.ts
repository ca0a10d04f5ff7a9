import { type Browser, expect, type Page, test } from '@playwright/test';
import { lookAs, residentLooks, signInAs, staffLooks, visit } from './support/app';
import { audit } from './support/audit';
import { signInAsResident } from './support/resident';

async function signedIn(browser: Browser, role: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await lookAs(page, {});
  await signInAs(page, role);
  return page;
}
/** Through the house's page, as its reader goes. */
async function openFrom(page: Page, address: string, name: RegExp): Promise<void> {
  await visit(page, address);
  await page.getByRole('link', { name }).first().click();
  await expect(page.getByRole('heading', { name: 'Ventevev' })).toBeVisible();
  await expect(page.locator('.steps')).toBeVisible();
}

test('a step that is done frees the next; what is missing is said at its field', async ({ browser }) => {
  const page = await signedIn(browser, 'settler');
  await openFrom(page, '/ansatt/ventevev?code=GP&status=in_progress', /Romaniuk/);
  const step = (name: string) => page.locator('.step').filter({ has: page.getByText(name, { exact: true }) });
  await page.getByRole('button', { name: 'Fastlege: Endre' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Venter på andre').click();
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await expect(dialog.getByText('Velg hvem sitt trekk det er').first()).toBeVisible();
  await dialog.getByLabel('Hvem sitt trekk er det?').selectOption('outside');
  await dialog.getByLabel('Merknad').fill('Legesenteret svarer innen fredag.');
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await expect(page.getByText('Fastlege er oppdatert')).toBeVisible();
  await expect(step('Fastlege')).toContainText('Har ventet siden');
  await expect(step('Fastlege')).toContainText('Legesenteret svarer innen fredag.');
  await expect(step('Fastlege')).toContainText('Uten BankID: Helfo');

  await page.getByRole('button', { name: 'Vet hvem de skal kontakte: Ferdig i dag' }).click();
  await expect(page.getByText('Ferdig (', { exact: false })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Vet hvem de skal kontakte: Ferdig i dag' })).toHaveCount(0);

  await page.getByRole('button', { name: 'Fastlege: Endre' }).click();
  await dialog.getByRole('textbox', { name: /En annen frist/ }).fill('01.03.2027');
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await expect(dialog.getByText('Skriv hvorfor fristen er en annen enn malens').first()).toBeVisible();
  await dialog
    .getByRole('textbox', { name: /Hvorfor en annen frist/ })
    .fill('Venter til legesenteret åpner nye lister');
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await expect(step('Fastlege')).toContainText('Frist 01.03.2027');
});

test('what a resident was told is noted with its channel, and a slip is taken back', async ({ browser }) => {
  const page = await signedIn(browser, 'settler');
  await openFrom(page, '/ansatt/ventevev?code=GP', /Romaniuk/);
  await page.getByRole('button', { name: 'Registrer', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await expect(dialog.getByText('Velg minst ett tema').first()).toBeVisible();
  await dialog.getByText('Avfall og sortering').click();
  await dialog.getByText('Slik når du utleier').click();
  await dialog.getByLabel('Tolk var med').check();
  await audit(page);
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await expect(page.getByText('8 temaer gjenstår.')).toBeVisible();
  await expect(page.getByText(/Muntlig.*med tolk.*Yusuf Demir/)).toHaveCount(2);
  await audit(page);
  await page.getByRole('button', { name: /^Angre Avfall og sortering/ }).click();
  await expect(page.getByText('9 temaer gjenstår.')).toBeVisible();
});

test('health staff see their own steps with a name alone, and say how far they have come', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'health');
  await visit(page, '/ansatt/helsesteg');
  const step = page.getByRole('listitem').filter({ hasText: 'Tuberkuloseundersøkelse' }).first();
  await expect(step).toBeVisible();
  await audit(page);
  await step.getByRole('button', { name: /^Ferdig i dag/ }).click();
  await expect(page.getByText('Steget er oppdatert')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Åpne igjen/ }).first()).toBeVisible();
});

test('the intake meeting is called from the line, about the person it was called for', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'settler');
  await openFrom(page, '/ansatt/ventevev?code=NAV_INTAKE&all=true', /Yavorska/);
  await page.getByRole('link', { name: 'Kall inn til møtet' }).click();
  await expect(page).toHaveURL(/moter\/ny\?resident=/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('Kateryna Yavorska')).toBeVisible();
});

test('the house tells what waits for whom and how long it takes; a leader sees only the times', async ({
  browser,
}) => {
  const worker = await signedIn(browser, 'env_worker');
  await visit(worker, '/ansatt/ventevev');
  await worker.getByRole('combobox', { name: 'Hvem sitt trekk' }).selectOption('outside');
  await worker.getByRole('combobox', { name: 'Status' }).selectOption('waiting_external');
  await expect(worker.getByRole('row', { name: /Haddad/ })).toContainText('63 dager');
  await expect(worker.getByRole('row', { name: /^Bankkonto/ })).toBeVisible();
  const leader = await signedIn(browser, 'manager');
  await visit(leader, '/ansatt/ventevev');
  await expect(leader.getByRole('row', { name: /^Bankkonto/ })).toBeVisible();
  await expect(leader.getByRole('heading', { name: 'Det som venter' })).toHaveCount(0);
});

for (const look of staffLooks) {
  test(`the house's page, a person's line and its form stand at ${look.name}`, async ({ page }) => {
    test.slow();
    await lookAs(page, look);
    await signInAs(page, 'settler');
    await visit(page, '/ansatt/ventevev');
    await expect(page.getByText('Dager fra steget')).toBeVisible();
    await audit(page);
    await openFrom(page, '/ansatt/ventevev?code=GP', /Romaniuk/);
    await page.getByText('Gjelder ikke (').click();
    await audit(page);
    await page.getByRole('button', { name: 'Fastlege: Endre' }).click();
    await page.getByRole('dialog').getByText('Venter på andre').click();
    await audit(page);
    await openFrom(page, '/ansatt/ventevev?code=GP&all=true', /Yavorska/);
    await page.getByRole('button', { name: 'Lag velkomstbrev' }).click();
    await expect(page.locator('.letter')).toContainText('Ласкаво просимо до Bredtvetveien 2');
    await expect(page.locator('.letter')).toContainText('113');
    await audit(page);
  });
}

const people = ['Halyna', 'Hodan', 'Khalil', 'Stepan'];
for (const [i, look] of residentLooks.entries())
  test(`one's own way stands in one's own language at ${look.name}`, async ({ page, baseURL }) => {
    await lookAs(page, look);
    await signInAsResident(page, baseURL, people[i] ?? '');
    await visit(page, '/');
    await page.locator('a[href="/veien"]').click();
    await expect(page.locator('.path-steps').first()).toBeVisible();
    await page.locator('.path-done summary').click();
    await audit(page);
    await page.locator('a[href="/kontrakten"]').click();
    await expect(page.locator('.contract-clauses li').first()).toBeVisible();
    await audit(page);
  });
